import { expect, it } from 'vitest'
import { questionWords } from '../../src/domain/question.ts'

it.each([
  ['harbour  bridge', ['harbour', 'bridge']],
  ['Harbour HARBOUR harbour', ['Harbour']],
  ['Café cafe', ['Café']],
  ['har harbour', ['harbour']],
  ['a a a apple', ['a', 'apple']],
  ['Їжак-їжак', ['Їжак']],
  ['"news" OR (NEAR*', ['news', 'OR', 'NEAR']],
  ['a '.repeat(100), ['a']],
  ['*** \u0301', []],
])('the words of a question are each told once: %j', (question, words) => {
  expect(questionWords(question)).toEqual(words)
})

import { expect, it } from 'vitest'
import { excerptOf } from '../../../src/text/search/excerpt.ts'
import { createNormaliser } from '../../../src/text/search/normalise.ts'

const normaliser = createNormaliser({ kept: 2 ** 10 })
const wanted = {
  stems: new Set([normaliser.words('harbour', 'en')]),
  beginnings: [],
  runs: [],
  phrases: [],
}

it('puts one space between paragraphs, and its marks where the words then stand', () => {
  const text = 'The tide was late.\n\nAll  waited at the\u00a0harbour wall.\n \nThe harbour slept.'
  const excerpt = excerptOf(text, 'en', wanted, normaliser)
  expect(excerpt?.text).toBe('… All waited at the harbour wall. The harbour slept.')
  const marked = excerpt?.marks.map(([start, end]) => excerpt.text.slice(start, end))
  expect(marked).toEqual(['harbour', 'harbour'])
})

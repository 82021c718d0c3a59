import { expect, it } from 'vitest'
import { rouge, rougeTokens } from '../../bench/rouge.ts'

it('takes words as rouge_score does: a-z and 0-9, over three letters stemmed', () => {
  expect(rougeTokens('The U.S. runs, running 2-0!')).toEqual([
    'the',
    'u',
    's',
    'run',
    'run',
    '2',
    '0',
  ])
})

it('counts shared words and pairs', () => {
  expect(rouge(['testing'], ['testing one two'])).toEqual({ rouge1: 50, rouge2: 0, rougeLsum: 50 })
  expect(rouge(['testing one'], ['testing one two']).rouge2).toBeCloseTo(200 / 3)
})

it('takes the union of common subsequences over the sentences, as Lin (2004) does', () => {
  const { rougeLsum } = rouge(['w1 w2 w6 w7 w8', 'w1 w3 w8 w9 w5'], ['w1 w2 w3 w4 w5'])
  expect(rougeLsum).toBeCloseTo((200 * 4) / 15)
})

import { expect, it } from 'vitest'
import { clip, clipSentences } from '../../src/text/clip.ts'

it('clips at a word', () => {
  expect(clip('The bridge over the river opens', 20)).toBe('The bridge over…')
  expect(clip('Short', 20)).toBe('Short')
})

it('clips at the end of a sentence, where one ends in the second half', () => {
  const text = 'The bridge opens today. It took three years to build, and more money than planned.'
  expect(clipSentences(text, 40)).toBe('The bridge opens today.')
  expect(clipSentences(text, 60)).toBe('The bridge opens today. It took three years to build, and…')
  expect(clipSentences(text, 200)).toBe(text)
})

it('takes no abbreviation for the end of a sentence', () => {
  const text = 'The bridge was opened by Dr. Ada Marsh on Friday, after three years of work on it.'
  expect(clipSentences(text, 50)).toBe('The bridge was opened by Dr. Ada Marsh on…')
})

it('keeps a sentence that ends right at the limit', () => {
  expect(clipSentences('One two three four. Five six seven.', 19)).toBe('One two three four.')
})

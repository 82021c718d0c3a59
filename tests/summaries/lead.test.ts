import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leadSummary } from '../../src/summaries/lead.ts'

it('takes the first two sentences, whole', () => {
  const text = 'The bridge opened. It rained. Nobody minded.'
  expect(leadSummary(text, 'en')).toBe('The bridge opened. It rained.')
  expect(leadSummary('Міст відкрили. Йшов дощ. Усі раділи.', 'uk')).toBe('Міст відкрили. Йшов дощ.')
})

it('passes over bylines and headings', () => {
  expect(leadSummary('By Ada Marsh\n\n14 June 2024\n\nThe bridge opened.', 'en')).toBe(
    'The bridge opened.',
  )
  expect(leadSummary('A title alone', 'en')).toBe('A title alone')
})

it('cuts only a first sentence that is too long, at a word', () => {
  const summary = leadSummary(`${'word '.repeat(100)}end.`, 'en') ?? ''
  expect(summary).toMatch(/^(word )+word…$/)
  expect(summary.length).toBeLessThanOrEqual(300)
})

it('has at most 300 characters, and null for no words', () => {
  expect(leadSummary(' \n — ', 'en')).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      expect((leadSummary(text, 'en') ?? '').length).toBeLessThanOrEqual(300)
    }),
  )
})

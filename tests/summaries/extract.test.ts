import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractSentences } from '../../src/summaries/extract.ts'
import { chooseSentences } from '../../src/summaries/rank.ts'
import { splitSentences } from '../../src/text/sentences.ts'

const english = [
  'By Ada Marsh',
  'The harbour bridge opened to trams on Friday after ten years of work.',
  '"I have waited for this all my life," said one woman.',
  'Trams on the harbour bridge will run every six minutes, the city said.',
  'Is it worth it?',
  'A brass band played in the rain.',
  'Scroll down for video',
].join('\n')

const chosen = (text: string, count: number, language: string | null, title = '') =>
  extractSentences(text, count, { language, title }).map(([start, end]) => text.slice(start, end))

describe('extractSentences', () => {
  it('takes the sentences that share most with the text, in its order', () => {
    expect(chosen(english, 2, 'en')).toEqual([
      'The harbour bridge opened to trams on Friday after ten years of work.',
      'Trams on the harbour bridge will run every six minutes, the city said.',
    ])
  })

  it('lets the title decide between equals', () => {
    const text = 'Olena Kos won the race in Lviv. Ivan Bo lost a match in Dnipro. Rain fell.'
    expect(chosen(text, 1, 'en', 'Match lost in Dnipro')).toEqual([
      'Ivan Bo lost a match in Dnipro.',
    ])
  })

  it('works in Ukrainian, in a language without stems, without spaces, and of unknown name', () => {
    const ukrainian =
      'Міст відкрили. Міст через затоку відкрили в п’ятницю зранку. Ішов дощ увесь день.'
    expect(chosen(ukrainian, 1, null)[0]).toContain('через затоку')
    expect(chosen('Mae’r bont ar agor heddiw. Mae hi’n bwrw glaw.', 1, 'cy')).toHaveLength(1)
    expect(chosen('桥今天在港口开放了。桥上有电车，人们很高兴。下雨了。', 2, 'zh')).toHaveLength(2)
    expect(chosen('Satu dua tiga empat lima. Enam tujuh.', 3, 'xx-unknown')).toHaveLength(2)
  })

  it('gives a subset of the sentences, in order, as many as asked or there are', () => {
    const word = fc.constantFrom(
      'bridge',
      'міст',
      'the',
      '.',
      '. ',
      '? ',
      '\n',
      ' ',
      'By ',
      '橋。',
      'A',
      '5',
    )
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 80 }),
        fc.integer({ min: 1, max: 4 }),
        (words, count) => {
          const text = words.join(' ')
          const all = splitSentences(text, 'en')
          const spans = extractSentences(text, count, { language: 'en' })
          expect(all).toEqual(expect.arrayContaining(spans))
          expect(spans).toEqual(spans.toSorted((a, b) => a[0] - b[0]))
          expect(new Set(spans.map(([start]) => start)).size).toBe(spans.length)
          expect(spans.length).toBeLessThanOrEqual(count)
          if (all.length > 0) expect(spans.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('passes the splitter over for sentences that are split already', () => {
    const sentences = ['a bridge of dr. who opened', 'trams run on the bridge', 'it rained']
    expect(chooseSentences(sentences, 2, { language: 'en' })).toEqual([0, 1])
    expect(chooseSentences([], 2, { language: 'en' })).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'

const split = (text: string, language: string | null) =>
  splitSentences(text, language).map(([start, end]) => text.slice(start, end))

/** Each list, put together with spaces, is to be split into itself again. */
const texts: Record<string, [language: string, sentences: string[]][]> = {
  'abbreviations before names': [
    ['en', ['Mr. Smith met Dr. A. B. Jones in the U.S. Senate.', 'Prof. Lee came on Sept. 11.']],
    [
      'uk',
      [
        'Школа ім. Тараса Шевченка стоїть на вул. Садовій у м. Київ.',
        'Її відкрив проф. І. Франко.',
      ],
    ],
    [
      'uk',
      ['За ст. 30 кодексу та ч. 2 ст. 5 закону це дозволено.', 'Директором став Кисіль В. І.'],
    ],
  ],
  'units, which end sentences': [
    [
      'uk',
      ['Ремонт коштує 7,08 млн грн.', 'На тендер вийшли двоє.', 'Площа – 120 кв. м.', 'Це мало.'],
    ],
    ['uk', ['Торік дали 14 тис. грн.', '25% пішло на дах.']],
  ],
  'words that open sentences after an abbreviation': [
    [
      'en',
      [
        'They moved to the U.S.',
        'The talks went on.',
        'It was bought by Acme Inc.',
        'He sold it at 5 p.m.',
        'But why?',
      ],
    ],
  ],
  'numbers and dashes that open sentences': [
    [
      'uk',
      ['Суд призначили на травень.', '30 вересня справу закрили.', '– Досить, – сказала вона.'],
    ],
  ],
  'text whose marks stand apart': [
    [
      'en',
      ['the bridge is open , he said .', "` it is ours . '", 'the u.s. team left .', 'who won ?'],
    ],
  ],
  'scripts with marks of their own': [
    ['zh', ['桥开了。', '人们很高兴！']],
    ['hi', ['पुल खुल गया।', 'लोग खुश हैं।']],
  ],
}

describe('splitSentences', () => {
  for (const [name, cases] of Object.entries(texts)) {
    it(`knows ${name}`, () => {
      for (const [language, sentences] of cases) {
        expect(split(sentences.join(language === 'zh' ? '' : ' '), language)).toEqual(sentences)
      }
    })
  }

  it('parts a dateline from its sentence', () => {
    expect(split('KYIV, June 14 (Reuters) - The bridge opened.', 'en')[1]).toBe(
      'The bridge opened.',
    )
    expect(split('Київ. 14 червня. УНН. Міст відкрили.', 'uk')).toEqual([
      'Київ. 14 червня. УНН.',
      'Міст відкрили.',
    ])
  })

  it('leaves addresses whole and lines apart', () => {
    expect(split('See https://example.org/a.b?C=1 for more.', 'en')).toHaveLength(1)
    expect(split('A heading\nThe bridge opened.', 'en')).toEqual([
      'A heading',
      'The bridge opened.',
    ])
  })

  it('takes any tag for a language', () => {
    expect(split('One. Two.', 'English (US)')).toEqual(['One.', 'Two.'])
  })

  it('loses nothing but white space, and never overlaps', () => {
    const piece = fc.constantFrom(
      ' ',
      '. ',
      '? ',
      '\n',
      '"',
      "' ",
      'м. ',
      'Dr. ',
      '5',
      'Слово',
      'word',
      ' . ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const text = pieces.join('')
        const spans = splitSentences(text, 'uk')
        expect(
          spans
            .map(([a, b]) => text.slice(a, b))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
        for (const [i, [start, end]] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })

  it('splits a megabyte of any kind in a moment', () => {
    for (const piece of ['a. ', '" ', '. ', '."', 'A (B) - \n', ' . ']) {
      const start = performance.now()
      splitSentences(piece.repeat(1_000_000 / piece.length), 'en')
      expect(performance.now() - start).toBeLessThan(5000)
    }
  })
})

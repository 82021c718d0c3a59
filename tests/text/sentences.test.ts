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
  'Cyrillic abbreviations before names and numbers': [
    ['uk', ['Човни йшли по р. Десна повз о. Вербовий до оз. Біле.', 'Вода спадала.']],
    ['uk', ['Родина живе у смт. Нове, с. Старе та м. Буськ.', 'Усі здорові.']],
    [
      'uk',
      [
        'Пояснення на стор. 40, у прим. 3.',
        'Книга вийшла 2014 р.',
        'У травні 2015 р. Автор помер.',
      ],
    ],
    ['ru', ['Рейс из г. Тверь в г. Псков отменили.', 'Пассажиры ждут.']],
    ['ru', ['Театр им. Чехова на ул. Новой, д. 12 закрыт.', 'Ключи передали им.', 'Они ушли.']],
  ],
  'ordinals with a full stop': [
    ['de', ['Das Fest ist am 12. Oktober im 3. Stock.', 'Der Eintritt kostet 5.', 'Das ist viel.']],
    [
      'de',
      ['1. SC Auen feiert 20. Sieg.', 'Am 3. 5. 2024 stand er auf Platz 2.', 'Spieler jubelten.'],
    ],
    ['de', ['Er läuft vom 2.–4. Mai.', 'Das Spiel endete 1:2.', 'Fans der 2. Bundesliga pfiffen.']],
    [
      'no',
      ['Festen er 17. Mai i byen.', 'Den 2. Verdenskrig var over.', 'De er 12.', 'Alle gikk.'],
    ],
    ['da', ['Mødet er den 5. Juni.', 'Klubben rykker op i 1. Division.', 'Det er godt.']],
    ['cs', ['Zápas hraje 1. FK Louka dne 3. 6. 2024 doma.', 'Vstup je volný.']],
    ['hu', ['A XVI. Benedek téren állt a 2. Ezred.', 'A tér üres.']],
    ['hr', ['Izložba traje do 3. Rujna.', 'Ulaz je slobodan.']],
    ['en', ['They finished 3.', 'June was warm.']],
  ],
  'German and Polish abbreviations': [
    ['de', ['Sie bauen z. B. Brücken, d. h. Wege, u. a. Stege.', 'Das kostet 4 Mio. Franken.']],
    [
      'de',
      [
        'Es waren 3 Mrd. Euro.',
        'Gem. Abs. 3 gilt Art. 7, vgl. Ziff. 2.',
        'Die Hafenstr. 5 brennt.',
      ],
    ],
    ['de', ['Die Stadt fiel 50 v. Chr. an Rom.', 'Es waren 20 Mio.', 'Die Zahl steigt.']],
    [
      'pl',
      [
        'Most przy ul. Nowej, tzw. Stary Most, kosztował 5 tys. Euro.',
        'Otwarto go w 2014 r.',
        'Jest ładny.',
      ],
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
  'marks inside a sentence': [
    [
      'en',
      [
        '“Stop it!” shouted the guard.',
        'The firm (is it yours?) was sold.',
        'Why?',
        'iPhone sales.',
      ],
    ],
    ['en', ['Yahoo! gained and Yahoo! News grew.', 'He left Yahoo!', 'The firm was sold.']],
    ['uk', ['«Геть!» закричав натовп.', '«Нащо?» – спитав він.', 'Усі мовчали!', 'Дощ ішов.']],
    ['fr', ['« Assez ! » a crié la foule.', 'Il pleuvait.']],
    ['ja', ['彼は「終わった！」と言った。', '「行こう。」', 'そのあと出発した。']],
    ['zh', ['“桥开了。”市长说。', '人们很高兴。']],
  ],
  'footnote marks': [
    [
      'en',
      [
        'The tower is tall.[12]',
        'Is it old?[a][note 3]',
        '“It is not.”[5]',
        'So they say.¹',
        'Why?',
      ],
    ],
    ['uk', ['Вежа висока.[прим. 2]', 'Вона стара.[7]', 'Так кажуть.']],
    [
      'en',
      [
        'A mark[4] within it stays.',
        'It ends here[5].',
        'So it does. [6]',
        'It is old.7',
        'Yes.[8]',
      ],
    ],
  ],
  'entries of a list': [
    ['en', ['1. Open the lid.', '2. Pour the water.']],
    ['en', ['You need:', '• a lid', '• some water.', 'Begin.']],
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
        expect(split(sentences.join(/zh|ja/.test(language) ? '' : ' '), language)).toEqual(
          sentences,
        )
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
    for (const piece of ['a. ', '" ', '. ', '."', 'A (B) - \n', ' . ', 'a.[1] ', 'am 3. ']) {
      const start = performance.now()
      splitSentences(piece.repeat(1_000_000 / piece.length), 'en')
      expect(performance.now() - start).toBeLessThan(5000)
    }
  })
})

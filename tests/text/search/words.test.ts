import fc from 'fast-check'
import { expect, it } from 'vitest'
import { languageCodes } from '../../../src/text/languages.ts'
import { distance } from '../../../src/text/search/distance.ts'
import { holdsExactly } from '../../../src/text/search/exact.ts'
import { foldWord } from '../../../src/text/search/fold.ts'
import { irregularForms } from '../../../src/text/search/irregular-forms.ts'
import { ukrainianStem } from '../../../src/text/search/light-stems.ts'
import { createMetStems } from '../../../src/text/search/met-stems.ts'
import { createNormaliser } from '../../../src/text/search/normalise.ts'
import { isSameName } from '../../../src/text/search/sound.ts'
import { stemmerFor } from '../../../src/text/search/stems.ts'
import { ukrainianForms } from '../../../src/text/search/ukrainian.ts'
import { createWordScanner, placedWords, wordsIn } from '../../../src/text/search/words-in.ts'

it.each([
  ['Café', 'cafe'],
  ['ЁЛКА', 'елка'],
  ['Ґанок', 'ганок'],
  ['їжак', 'їжак'],
  ['йога', 'йога'],
  ['Камʼянка', 'камянка'],
  ["кам'янка", 'камянка'],
  ['за\u0301мок', 'замок'],
  ['ＦＵＬＬ', 'full'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['Straße', 'strasse'],
  ['İstanbul', 'istanbul'],
  ['Άνθρωπος', 'ανθρωποσ'],
  ['٢٠٢٤', '2024'],
])('folds %j to %j', (word, folded) => {
  expect(foldWord(word)).toBe(folded)
})

it.each([
  ['harbour', 'harbour', 0],
  ['habrour', 'harbour', 1],
  ['harbor', 'harbour', 1],
  ['hrabor', 'harbour', 2],
  ['bridge', 'harbour', 3],
  ['', 'ab', 2],
])('tells how far %j is from %j', (a, b, expected) => {
  expect(distance(a, b, 2)).toBe(expected)
  expect(distance(b, a, 2)).toBe(expected)
})

it.each([
  ['Zelenskyy', 'зеленськ', true],
  ['Zelensky', 'Zelenskyy', true],
  ['Trump', 'трамп', true],
  ['Biden', 'байден', true],
  ['Shevchenko', 'шевченк', true],
  ['Putin', 'питан', false],
  ['Trump', 'Tramp', false],
  ['port', 'перт', false],
  ['Luhansk', 'луганськ', true],
  ['Chernihiv', 'чернігов', true],
  ['Netanyahu', 'нетаньяг', true],
  ['Netanyahu', 'нетаньях', true],
  ['Hezbollah', 'гезболл', true],
  ['Hollywood', 'голлівуд', true],
  ['Houston', 'гюстон', true],
  ['Shmyhal', 'шмигал', true],
  ['Hryhoriy', 'григор', true],
  ['Bohdan', 'богдан', true],
  ['Johnson', 'джонсон', true],
  ['Allah', 'аллах', true],
  ['Lviv', 'львов', true],
  ['Yulia', 'юлі', true],
  ['Anna', 'анна', true],
  ['Anna', 'яна', false],
  ['Musk', 'маск', true],
  ['Zelenskyy', 'Zelenskiy', true],
  ['Zelensky', 'Selenskyj', true],
  ['Kiev', 'Kyiv', true],
  ['портніков', 'портников', true],
  ['гамас', 'хамас', true],
  ['Marsh', 'March', false],
  ['Chan', 'San', false],
  ['Jan', 'San', false],
  ['Bush', 'Baz', false],
  ['Shaw', 'Son', false],
  ['John', 'Son', false],
  ['Maria', 'Mario', false],
  ['Rouse', 'Rose', false],
  ['мороз', 'морож', false],
  ['сон', 'шон', false],
])('knows whether %j and %j are spellings of one name', (a, b, expected) => {
  expect(isSameName(a.toLowerCase(), b.toLowerCase())).toBe(expected)
})

it('holds what is quoted only as it stands', () => {
  const text = 'The old Harbours, of Café.'
  expect(holdsExactly(text, 'old harbours of cafe')).toBe(true)
  expect(holdsExactly(text, 'old harbour')).toBe(false)
  expect(holdsExactly(text, 'harbours old')).toBe(false)
  expect(holdsExactly('今日は成語しりとりをした', 'しりとり')).toBe(true)
  expect(holdsExactly(text, ' - ')).toBe(false)
})

it('brings any text into words that hold letters and digits alone, the same each time', () => {
  const normaliser = createNormaliser({ kept: 2 ** 10 })
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('en', 'uk', 'ja', 'nosuch', null),
      (text, language) => {
        const words = normaliser.words(text, language)
        expect(words).toMatch(/^[\p{L}\p{N}\p{M} ]*$/u)
        expect(normaliser.words(text, language)).toBe(words)
        expect(placedWords(text).map(({ word }) => word)).toEqual(wordsIn(text))
      },
    ),
    { numRuns: 500 },
  )
})

it('finds the same words in one pass as the expression that says what a word is', () => {
  const marks = ["'", '’', 'ʼ', 'ʻ', '\u0301', '\u00ad', '\u200d', ' ', '.', '😀', '\ud83d']
  const letters = ['a', 'É', 'ß', 'ж', 'Ї', 'Ꙁ', '7', 'α', 'ש', '漢', '𠀀', 'ไ']
  const text = fc.array(fc.constantFrom(...marks, ...letters), { maxLength: 30 })
  const scan = createWordScanner()
  fc.assert(
    fc.property(text, (pieces) => {
      const joined = pieces.join('')
      const { words, count } = scan(joined, 1)
      const found = Array.from({ length: count }, (_, i) =>
        joined.slice(words[4 * i], words[4 * i + 1]),
      )
      expect(found).toEqual(wordsIn(joined))
    }),
    { numRuns: 5000 },
  )
})

it('keeps few words apart however many there are', () => {
  const small = createNormaliser({ kept: 2 })
  const large = createNormaliser({ kept: 2 ** 10 })
  const text = Array.from({ length: 300 }, (_, i) => `слово${i % 7}т word${i % 5}s`).join(' ')
  expect(small.words(text, 'uk')).toBe(large.words(text, 'uk'))
  expect(large.words('Harbours bridging', 'en')).toBe('harbour bridg')
})

it('makes of a word that it has met what it made of it first', () => {
  const letters = ['a', 'É', 'ß', 'Æ', 'ł', 'İ', 'ж', 'Ї', 'ґ', 'ь', '7', 'Σ', 'ש', '漢', '𐐀', 'ไ']
  const marks = ["'", '\u0301', '\u00ad', '\u200d', 'ﬁ', 'ing', 'ies', 'ів', 'ями', ' ']
  const text = fc.array(fc.constantFrom(...letters, ...marks), { maxLength: 12 })
  const normaliser = createNormaliser({ kept: 2 ** 16 })
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'uk', 'de', 'tr', null), (pieces, language) => {
      const joined = pieces.join('')
      const fresh = createNormaliser({ kept: 2 }).words(joined, language)
      expect([1, 2].map(() => normaliser.words(joined, language))).toEqual([fresh, fresh])
    }),
    { numRuns: 3000 },
  )
})

it.each([
  ['гаванню', 'гавань'],
  ['ніччю', 'ночі'],
  ['сіллю', 'солі'],
  ['розкішшю', 'розкоші'],
  ['знанню', 'знань'],
])('knows %s and %s for forms of one Ukrainian word', (one, other) => {
  const stemsOf = (word: string) =>
    new Set([word, ...ukrainianForms(word)].map((form) => ukrainianStem(form)))
  expect(stemsOf(one)).toContain(ukrainianStem(other))
  expect(stemsOf(other)).toContain(ukrainianStem(one))
})

it('begins a stem as the word in every language', () => {
  const letters = fc.constantFrom(...'abcdeghijklmnoprstuvyz', ...'абвгдеєжзиіїйклмнопрстуфхця')
  const word = fc.array(letters, { minLength: 1, maxLength: 10 }).map((all) => all.join(''))
  fc.assert(
    fc.property(word, fc.constantFrom(...languageCodes()), (word, language) => {
      expect(stemmerFor(language)(word).charAt(0)).toBe(word.charAt(0))
    }),
    { numRuns: 3000 },
  )
})

it('takes irregular forms for one word that they begin as', () => {
  for (const language of languageCodes()) {
    const stem = stemmerFor(language)
    for (const [form, word] of irregularForms(language)) {
      expect(stem(form), form).toBe(stem(word))
      expect(form.charAt(0), form).toBe(word.charAt(0))
    }
  }
})

it('holds every letter of a sentence without spaces, and the beginning of an endless word', () => {
  const normaliser = createNormaliser({ kept: 2 ** 10 })
  const thai = 'นายกรัฐมนตรีเดินทางไปเยี่ยมผู้ประสบภัยน้ำท่วมในจังหวัดเชียงใหม่เมื่อวานนี้'
  expect(normaliser.words(thai, 'th')).toMatch(/^นา าย .* นน นี ี้ ้$/u)
  const long = '地'.repeat(150_000)
  expect(normaliser.words(long, 'zh').length).toBe(3 * 150_000 - 2)
  expect(normaliser.words('x'.repeat(150_000), 'en')).toBe('x'.repeat(40))
})

it('tells of a stem when it is new, and seldom afterwards', () => {
  const stems = createMetStems()
  const normaliser = createNormaliser({ stems, kept: 2 ** 10 })
  normaliser.words('Bridge bridges 42 на', 'en')
  expect(stems.due()).toEqual([
    { stem: 'bridg', shown: 'Bridge', isCapital: true, times: 1, sound: 'brdg' },
    { stem: 'bridg', shown: 'bridges', isCapital: false, times: 1, sound: 'brdg' },
  ])
  stems.tell(2)
  for (let i = 0; i < 100; i++) normaliser.words('bridges', 'en')
  expect(stems.due().map(({ shown, times }) => [shown, times])).toEqual([
    ['bridges', 7],
    ['bridges', 56],
  ])
})

it('tells of capitals of a stem that is known in small letters only where they are many', () => {
  const stems = createMetStems()
  stems.count('bridg', 'bridges', 1)
  stems.count('bridg', 'Bridge', 1)
  expect(stems.due().map(({ shown }) => shown)).toEqual(['bridges'])
  stems.count('bridg', 'Bridge', 7)
  expect(stems.due().map(({ isCapital }) => isCapital)).toEqual([false, true])
})

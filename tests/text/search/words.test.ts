import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distance } from '../../../src/text/search/distance.ts'
import { holdsExactly } from '../../../src/text/search/exact.ts'
import { foldWord } from '../../../src/text/search/fold.ts'
import { createNormaliser } from '../../../src/text/search/normalise.ts'
import { isSameName } from '../../../src/text/search/sound.ts'
import { placedWords, wordsIn } from '../../../src/text/search/words-in.ts'

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
  const normaliser = createNormaliser()
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

import { expect, it } from 'vitest'
import { languageNamed } from '../../../src/text/question/language-names.ts'

it.each([
  ['uk', ['uk', 'UA', 'ukr', 'uk-UA', 'Ukrainian', 'українська', 'українською', 'укр']],
  ['en', ['en', 'eng', 'en_GB', 'English', 'англ']],
  ['de', ['deu', 'ger', 'German', 'Deutsch', 'німецькою']],
  ['ru', ['rus', 'русский', 'російська', 'рос']],
  ['fr', ['fra', 'fre', 'Français']],
  ['no', ['nb', 'nn', 'nor', 'norsk']],
  ['ja', ['jpn', '日本語']],
  ['ka', ['ka', 'kat']],
])('knows %s by its codes and names', (code, words) => {
  expect(words.map(languageNamed)).toEqual(words.map(() => code))
})

it('knows none by the codes of countries, by what begins several, or by anything else', () => {
  for (const word of ['xx', 'gb', 'jp', 'us', 'ін', 'с', '', '-', 'en-', 'klingon-speak']) {
    expect(languageNamed(word)).toBeUndefined()
  }
})

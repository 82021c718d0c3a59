import { expect, it } from 'vitest'
import { formsAsked, formsIn, holdsAll } from '../../../src/text/search/any-form.ts'
import { formsOf } from './forms.ts'

const holds = (text: string, typed: string, language: string | null) =>
  holdsAll(formsIn(text, language), typed, language)

it.each(['en', 'uk', 'ru', 'fr', 'pl', 'es'] as const)(
  'knows the forms of words in %s',
  (language) => {
    const missed = formsOf(language).filter(({ held, asked }) => !holds(held, asked, language))
    expect(missed).toEqual([])
  },
)

it.each([
  ['Росія', 'У Росії; з Росією; про Росію'],
  ['корупція', 'Без корупції; за корупцією'],
  ['київ', 'У Києві; для Києва; Київ'],
  ['Харків', 'У Харкові; над Харковом'],
  ['економіка', 'В економіці; економікою'],
  ['кіт', 'Без кота; коти; котами'],
  ["об'єднання", 'Обʼєднання; об’єднанням'],
  ['Дем’янчук', "Дем'янчука; Демʼянчуку"],
])('knows %s in the cases of headlines, whether or not their language is told', (typed, titles) => {
  for (const title of titles.split('; ')) {
    for (const language of ['uk', null]) expect(holds(title, typed, language), title).toBe(true)
  }
})

it.each([
  ['газ', 'Газета закрилася'],
  ['рак', 'Ракета злетіла'],
  ['футбол', 'Волейбол'],
  ['євро', 'Євреї святкують'],
  ['день', 'Денис, дно і Данія'],
  ['музика', 'Музей і музеї'],
  ['live', 'Many lives'],
  ['virus', 'Viral news'],
  ['war', 'Warm days ahead'],
  ['new bridge', 'The new ferry'],
])('does not take %s for a part of “%s”', (typed, title) => {
  for (const language of ['en', 'uk', null]) expect(holds(title, typed, language)).toBe(false)
})

it('leaves words out that say nothing, and finds those that are written without spaces', () => {
  expect(formsAsked('the', 'en')).toEqual([])
  expect(holds('War in winter', 'the war', null)).toBe(true)
  for (const language of ['uk', null]) {
    expect(holds('Війна взимку', 'про війну', language)).toBe(true)
    expect(formsAsked('про', language)).toEqual([])
  }
  expect(holds('首相が辞任を表明', '辞任', 'ja')).toBe(true)
  expect(holds('首相が辞任を表明', '任命', 'ja')).toBe(false)
})

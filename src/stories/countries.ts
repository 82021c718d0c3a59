import { createMemory } from '../lib/memory.ts'
import { languageOf } from '../text/languages.ts'

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = alphabet.flatMap((first) => alphabet.map((second) => `${first}${second}`))

/** The names of countries in a language, by the codes of Unicode CLDR: those of one word. */
export function countryNames(language: string): Map<string, string> {
  // A feed may call its language anything.
  const [tag] = /^[a-z]{2,3}$/.test(language) ? Intl.DisplayNames.supportedLocalesOf(language) : []
  if (!tag) return new Map()
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' })
  return new Map(
    codes.flatMap((code): [string, string][] => {
      const name = names.of(code)
      return name && /^\p{L}+$/u.test(name) ? [[code, name]] : []
    }),
  )
}

/** The English name of a country that a word names in Ukrainian or Russian, in any of its cases; null for none. */
export function countryInEnglish(word: string): string | null {
  const lower = word.toLowerCase()
  if (!/^[а-яіїєґё]{4,}$/.test(lower)) return null
  for (const language of ['uk', 'ru']) {
    const { stem, stopWords } = languageOf(language)
    if (stopWords.has(lower)) continue
    const known = stemsOfCountries(language)
    const own = stem(lower)
    // Stemmers take off one ending and leave another: Японія, Японії.
    const found = known.get(own) ?? (own.length > 4 ? known.get(own.slice(0, -1)) : undefined)
    if (found) return found
  }
  return null
}

const stemsOfCountries = createMemory(10)((language: string): Map<string, string> => {
  const { stem } = languageOf(language)
  const english = countryNames('en')
  return new Map(
    [...countryNames(language)].flatMap(([code, name]): [string, string][] => {
      const inEnglish = english.get(code)
      return inEnglish ? [[stem(name.toLowerCase()), inEnglish]] : []
    }),
  )
})

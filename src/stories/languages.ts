import { createMemory } from '../lib/memory.ts'
import { guessLanguage, type Language, languageCode, languageOf } from '../text/languages.ts'
import { letterPairs, unspaced } from '../text/words.ts'
import { dateNames } from './date-names.ts'
import { isRomanised, romanised } from './romanised.ts'

/** A language as headlines are compared in it. */
export type HeadlineLanguage = Language & {
  /** Letters of a stem that count. */
  stemLength: number
  /** The stems that a word is compared by: none where it says nothing, several where it has no spaces. */
  partsOf: (word: string) => readonly string[]
}

// The first letters of a stem meet forms that stemmers leave apart (announced, announcement; города,
// городской). Languages that write compounds as one word need more of them, and so do unknown ones.
const prefix = 5
const compoundPrefix = 8
const compounding = new Set(['da', 'de', 'fi', 'hu', 'nl', 'no', 'sv'])
// Those that can be told apart by the few words of a headline.
const guessed = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ro', 'sv', 'tr']

/**
 * The language of an article: the declared one (a tag such as `en-GB`), else the one that its text
 * looks like. Words of unknown languages stay whole; those without a large letter may be romanised.
 */
export function headlineLanguage(declared: string | null, text: string): HeadlineLanguage {
  if (declared === null && isRomanised(text)) return inLatin
  const code = languageCode(declared) || (guessLanguage(text, guessed) ?? usualLanguage(text))
  return headlineLanguageOf(code)
}

function headlineLanguageOf(code: string): HeadlineLanguage {
  const known = languages.get(code) ?? languageOfCode(code)
  // Feeds may call their languages anything: those that we do not know are not kept.
  if (languageOf(code).code !== '') languages.set(code, known)
  return known
}

const languages = new Map<string, HeadlineLanguage>()

/** Cyrillic words in Latin letters have no code of their own. */
const latin = 'ru-Latn'

/** A name for what `headlineLanguage` gave. */
export function languageName(language: HeadlineLanguage): string {
  return language === inLatin ? latin : language.code
}

/** What `headlineLanguage` gave under that name. */
export function languageNamed(name: string): HeadlineLanguage {
  return name === latin ? inLatin : headlineLanguageOf(name)
}

function languageOfCode(code: string): HeadlineLanguage {
  const language = languageOf(code)
  const isKnown = language.code !== ''
  const stemLength = isKnown && !compounding.has(code) ? prefix : compoundPrefix
  const own = { ...language, code, stemLength }
  return isKnown ? withMemory(own) : { ...own, partsOf: (word) => partsOf(word, own) }
}

type Stemming = Omit<HeadlineLanguage, 'partsOf'>

function partsOf(word: string, { code, stem, stemLength, stopWords }: Stemming): readonly string[] {
  if (dateNames(code).long.has(word)) return nothing
  if (unspaced.test(word)) return letterPairs(word)
  const says = !stopWords.has(word) && (word.length > 1 || /\d/.test(word))
  return says ? [stem(word).slice(0, stemLength)] : nothing
}

const nothing: readonly string[] = []

/** Stemming costs much, and headlines repeat their words. */
const remembering = createMemory(100_000)

function withMemory(language: Stemming): HeadlineLanguage {
  const stem = remembering(language.stem)
  return { ...language, stem, partsOf: remembering((word) => partsOf(word, { ...language, stem })) }
}

const inLatin = withMemory(romanised)

// A headline may hold no letter and no stop word of its own language.
function usualLanguage(text: string): string {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'uk'
  return /[a-z]/i.test(text) ? 'en' : ''
}

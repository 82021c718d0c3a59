import { remember } from '../lib/remember.ts'
import { guessLanguage, type Language, languageCode, languageOf } from '../text/languages.ts'
import { isRomanised, romanised } from './romanised.ts'

/** A language as headlines are compared in it. */
export type HeadlineLanguage = Language & {
  /** Letters of a stem that count. */
  stemLength: number
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
  if (declared === null && isRomanised(text)) return romanised
  const code = languageCode(declared) || (guessLanguage(text, guessed) ?? usualLanguage(text))
  return knownLanguage(code)
}

/** Feeds may call their languages anything: those last met are kept. */
const knownLanguage = remember(100, languageOfCode)

function languageOfCode(code: string): HeadlineLanguage {
  const language = languageOf(code)
  const isLong = language.code === '' || compounding.has(code)
  return {
    ...language,
    code,
    // Stemming costs much, and headlines repeat their words.
    stem: remember(20_000, language.stem),
    stemLength: isLong ? compoundPrefix : prefix,
  }
}

// A headline may hold no letter and no stop word of its own language.
function usualLanguage(text: string): string {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'uk'
  return /[a-z]/i.test(text) ? 'en' : ''
}

import type { LanguageCode } from 'grammy/types'
import { fallbackLanguage } from '../domain/language.ts'

/** A language, and how a call to Telegram names those whose app speaks it. */
export type InLanguage = { language: string; code: { language_code?: LanguageCode } }

/** Each language; the one for all others is named by no code. */
export function inEachLanguage(languages: readonly string[]): InLanguage[] {
  return languages.map((language) => ({
    language,
    code: language !== fallbackLanguage && isCode(language) ? { language_code: language } : {},
  }))
}

function isCode(language: string): language is LanguageCode {
  return /^[a-z]{2}$/.test(language)
}

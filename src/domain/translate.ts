/** Returns the words of a message in the reader's language; keys are those of `locales/*.ftl`. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/** Returns the words of a language, by its code; the English ones where there are none. */
export type TranslateInto = (language: string) => Translate

/** The language of some words (ISO 639-1). */
export function languageOf(t: Translate): string {
  return t('date-locale').slice(0, 2)
}

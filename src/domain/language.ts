/** The language that stands in for one that is not known, or that has no words in `locales/`. */
export const fallbackLanguage = 'en'

/** Whether something is the code of a language as files in `locales/` bear it (ISO 639-1): `uk`. */
export function isLanguage(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2}$/.test(value)
}

/** The language of a tag as Telegram gives it (BCP 47: `uk`, `pt-br`), if it is one of these. */
export function languageOfTag(
  tag: string | undefined,
  languages: readonly string[],
): string | null {
  const code = tag?.toLowerCase().split('-', 1)[0]
  return languages.find((each) => each === code) ?? null
}

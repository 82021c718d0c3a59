import { languageCode, languageCodes } from '../languages.ts'

const names = new Map<string, string>()

/**
 * The language (ISO 639-1) that a reader names by its code, or by its name in English or Ukrainian;
 * undefined for none.
 */
export function languageNamed(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (names.size === 0) collectNames()
  // The country's code is typed more often than the language's own.
  if (lower === 'ua') return 'uk'
  if (names.has(lower)) return names.get(lower)
  return /^[a-z]{2,3}$/.test(lower) ? languageCode(lower) : undefined
}

function collectNames(): void {
  for (const reader of ['en', 'uk']) {
    const display = new Intl.DisplayNames(reader, { type: 'language', fallback: 'none' })
    for (const code of languageCodes()) {
      const name = display.of(code)
      if (name) names.set(name.toLowerCase(), code)
    }
  }
}

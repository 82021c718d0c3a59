import { languageCode, languageCodes } from '../languages.ts'

const names = new Map<string, string>()
const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
/** Fewer letters begin too many names. */
const leastLetters = 3

/**
 * The language (ISO 639-1, or 639-3 where it has no such code) that a reader names by a code or tag, or by
 * its name, or the beginning of it, in English, Ukrainian, Russian or that language; undefined for none.
 */
export function languageNamed(word: string): string | undefined {
  const lower = word.toLowerCase()
  // The country's code is typed more often than the language's own.
  if (lower === 'ua') return 'uk'
  return languageOfTag(lower) ?? languageOfName(lower)
}

function languageOfTag(tag: string): string | undefined {
  try {
    // It has the shortest code of a language: `uk` of `ukr`.
    const { language } = new Intl.Locale(tag.replaceAll('_', '-'))
    return english.of(language) ? languageCode(language) : undefined
  } catch {
    return undefined
  }
}

function languageOfName(word: string): string | undefined {
  if (names.size === 0) collectNames()
  // Also as in `новини українською`.
  const name = word.replace(/ою$/, 'а')
  const whole = names.get(name)
  if (whole || name.length < leastLetters) return whole
  const begun = new Set([...names].flatMap(([each, code]) => (each.startsWith(name) ? code : [])))
  return begun.size === 1 ? [...begun][0] : undefined
}

function collectNames(): void {
  for (const code of languageCodes()) {
    for (const reader of ['en', 'uk', 'ru', code]) {
      const display = new Intl.DisplayNames(reader, { type: 'language', fallback: 'none' })
      const name = display.of(code)
      if (name) names.set(name.toLowerCase(), code)
    }
  }
}

import * as chrono from 'chrono-node'
import type { DateHabits } from './dates.ts'

// Loaded only for dates that `Date` cannot read: the languages weigh 7 MB.

const languages: Record<string, chrono.Chrono> = {
  de: chrono.de.casual,
  es: chrono.es.casual,
  fi: chrono.fi.casual,
  fr: chrono.fr.casual,
  it: chrono.it.casual,
  ja: chrono.ja.casual,
  nl: chrono.nl.casual,
  pt: chrono.pt.casual,
  ru: chrono.ru.casual,
  sv: chrono.sv.casual,
  uk: chrono.uk.casual,
  vi: chrono.vi.casual,
  zh: chrono.zh.casual,
}

/** Epoch milliseconds, or null unless the words name a day, a month and a year. */
export function readWordedDate(
  words: string,
  { language, offsetMinutes }: DateHabits,
): number | null {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? ''
  // Of those who write English, Americans alone put the month first.
  const english = /^en-(?!us)/i.test(language) ? chrono.en.GB : chrono.en.casual
  for (const parser of [languages[code], english]) {
    const found = parser?.parse(words, { instant: new Date(0), timezone: offsetMinutes })[0]?.start
    if (!found?.isCertain('year') || !found.isCertain('month') || !found.isCertain('day')) continue
    const part = (name: chrono.Component, otherwise: number) =>
      found.isCertain(name) ? (found.get(name) ?? otherwise) : otherwise
    const local = Date.UTC(
      part('year', 1970),
      part('month', 1) - 1,
      part('day', 1),
      part('hour', 0),
      part('minute', 0),
      part('second', 0),
    )
    return local - part('timezoneOffset', offsetMinutes) * 60_000
  }
  return null
}

import * as chrono from 'chrono-node'
import { dateNames } from './names.ts'
import { type DateHabits, minutesOf } from './read.ts'
import { dateOf, readDateWords } from './words.ts'

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
export function readWordedDate(words: string, habits: DateHabits): number | null {
  return readWithChrono(words, habits) ?? readByNames(words, habits)
}

function readWithChrono(words: string, { language, offsetMinutes }: DateHabits): number | null {
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

const zoneAtEnd = /\s*(Z|UTC?|GMT|(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{2})$/i

// Languages that chrono lacks, months as some programs clip them, languages that are not the feed's own.
function readByNames(words: string, { language, offsetMinutes }: DateHabits): number | null {
  const zone = zoneAtEnd.exec(words)
  const names = dateNames(language || null)
  const found = readDateWords(zone ? words.slice(0, zone.index) : words, names)
  const { year, month, day, time } = found ?? {}
  if (year === undefined || month === undefined || day === undefined) return null
  const date = dateOf(year, month, day)
  if (!date) return null
  const local = date.toZonedDateTime({ timeZone: 'UTC', ...(time && { plainTime: time }) })
  return local.epochMilliseconds - (zone?.[1] ? minutesOf(zone[1]) : offsetMinutes) * 60_000
}

import { dateOf } from './date-words.ts'
import { type DateNames, dateNames } from './names.ts'
import { findTime } from './tokens.ts'
import { findFullDate, readDateWords } from './words.ts'
import { zoneOffset } from './zone.ts'

/** What is known of dates where they stand. */
export type DateContext = {
  /** A BCP 47 tag; '' for an unknown language. */
  language: string
  /** Minutes east of UTC, for dates that give no zone. */
  offsetMinutes: number
  /** The time of dates that give none; midnight by default. */
  timeOfDay?: Temporal.PlainTime
}

const time = String.raw`(?:[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)`
const zone = String.raw`\s*(Z|UTC?|GMT|[ECMP][SD]T|(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{2})?(?:\s*\([^)]*\))?`

/** W3C-DTF and RFC 822 with their usual slips: what `Date` reads well. The last group is the zone. */
const plain = [
  new RegExp(String.raw`^\d{4}-\d{1,2}-\d{1,2}${time}${zone}$`, 'i'),
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,?\s+)?\d{1,2}[\s-]+[a-z]{3,9}[.,]?[\s-]+(?:\d{4}|\d{2})${time}${zone}$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,?\s+)?[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}${time}${zone}$`,
    'i',
  ),
]
/** ISO 8601 without its hyphens. */
const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?(?=Z|[+-]\d{4}$|$)/
/** Longer texts are no dates. */
const maxLength = 200

/** An instant, and how exactly it is known: to the minute or better, or by its day alone. */
export type DatedInstant = { at: Temporal.Instant; precision: 'minute' | 'day' }

/** The instant that words name, as `readDated` reads it; null for none. */
export function readDate(words: string, context: DateContext): Temporal.Instant | null {
  return readDated(words, context)?.at ?? null
}

/**
 * The instant that words name and its precision, or null: as machines write it (ISO 8601, RFC 822 and their usual slips),
 * or a day with month and year in English, Ukrainian, Russian or the given language, also among other
 * words. A date without a zone is in the given one, never in the machine's.
 */
export function readDated(words: string, context: DateContext): DatedInstant | null {
  const folded = words.trim().replace(/\s{2,}|[^\S ]/g, ' ')
  // ISO 8601 lets a comma stand before parts of a second, `Date` does not.
  const text = folded.replace(/(:\d{2}),(?=\d)/, '$1.')
  if (text.length > maxLength || !/\d/.test(text)) return null
  for (const form of plain) {
    const zone = form.exec(text)?.[4]
    if (!form.test(text)) continue
    const ms = Date.parse(zone ? text : `${text.replace(/(\d)T(\d)/, '$1 $2')} UTC`)
    if (!Number.isNaN(ms)) return dated(zone ? ms : ms - context.offsetMinutes * 60_000, 'minute')
  }
  const expanded = text.replace(compact, (_, y, mo, d, h, mi, s = '00') =>
    h === undefined ? `${y}-${mo}-${d}` : `${y}-${mo}-${d} ${h}:${mi}:${s}`,
  )
  return readWorded(expanded, context)
}

function readWorded(
  text: string,
  { language, offsetMinutes, timeOfDay = new Temporal.PlainTime() }: DateContext,
): DatedInstant | null {
  const names = namesFor(language)
  const found = findFullDate(text, names) ?? wholeDate(text, names)
  const { year, month, day, time } = found?.words ?? {}
  if (!found || year === undefined || month === undefined || day === undefined) return null
  const date = dateOf(year, month, day)
  if (!date) return null
  const known = time ?? findTime(found.rest, names)
  const plainTime = known ?? timeOfDay
  const { epochMilliseconds } = date.toZonedDateTime({ timeZone: 'UTC', plainTime })
  return dated(
    epochMilliseconds - (zoneOffset(found.rest) ?? offsetMinutes) * 60_000,
    known ? 'minute' : 'day',
  )
}

// Of those who write English, Americans alone put the month first; so do programs that name no language.
function namesFor(language: string): DateNames {
  return { ...dateNames(language), monthFirst: /^(?:en(?:[-_]us)?)?$/i.test(language) }
}

/** A date and nothing else may be written with slashes. */
function wholeDate(text: string, names: DateNames) {
  const [, date = '', rest = ''] = /^(\d{1,2}\/\d{1,2}\/\d{4})(?!\d)(.*)$/.exec(text) ?? []
  const words = readDateWords(date, names)
  return words && { words, rest }
}

/** Minutes east of UTC that a date in a common form gives, or null. */
export function offsetOf(words: string): number | null {
  const found = plain.map((form) => form.exec(words.trim())?.[4]).find(Boolean)
  return found === undefined ? null : zoneOffset(`00:00 ${found}`)
}

// Nothing was published before 1970; programs write such dates for none.
function dated(ms: number, precision: DatedInstant['precision']): DatedInstant | null {
  return ms > 0 ? { at: Temporal.Instant.fromEpochMilliseconds(ms), precision } : null
}

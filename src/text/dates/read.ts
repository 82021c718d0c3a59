import { dateOf } from './date-words.ts'
import { type DateNames, dateNames, worldNames } from './names.ts'
import { placeZone } from './places.ts'
import { findTime, lineOf } from './tokens.ts'
import { findFullDate, readDateWords } from './words.ts'
import type { ZoneId } from './zone-id.ts'
import { findZone, instantIn, readZone } from './zones.ts'

/** What is known of dates where they stand. */
export type DateContext = {
  /** A BCP 47 tag; '' for an unknown language. */
  language: string
  /** Minutes east of UTC, for dates that give no zone. */
  offsetMinutes: number
  /** The time of dates that give none; midnight by default. */
  timeOfDay?: Temporal.PlainTime
  /** Reads no names of other languages, but English. */
  isLanguageSure?: boolean
}

/** An instant, and how exactly it is known: to the minute or better, or by its day alone. */
export type DatedInstant = { at: Temporal.Instant; precision: 'minute' | 'day' }

/**
 * A date as it is written: its local time in milliseconds as if it were UTC, and the same in its zone; null
 * where it gives none.
 */
type Written = { localMs: number; zonedMs: number | null; precision: DatedInstant['precision'] }

/** Longer texts are no dates. */
const maxLength = 200

/** The instant that words name, as `readDated` reads it; null for none. */
export function readDate(words: string, context: DateContext): Temporal.Instant | null {
  return readDated(words, context)?.at ?? null
}

/**
 * The instant that words name and its precision, or null: as machines write it (ISO 8601, RFC 822 and
 * their usual slips, seconds or milliseconds since 1970), or a day with month and year among other words,
 * in the given language or in any whose names mean nothing else. A date without a zone is in the given
 * one, never in the machine's.
 */
export function readDated(words: string, context: DateContext): DatedInstant | null {
  const written = readWritten(words, context)
  if (!written) return null
  const { localMs, zonedMs, precision } = written
  const ms = zonedMs ?? localMs - context.offsetMinutes * 60_000
  return ms >= earliestMs ? { at: Temporal.Instant.fromEpochMilliseconds(ms), precision } : null
}

/** Minutes east of UTC that a date gives, or null. */
export function offsetOf(words: string, language = ''): number | null {
  const written = readWritten(words, { language, offsetMinutes: 0 })
  if (!written || written.zonedMs === null) return null
  return Math.round((written.localMs - written.zonedMs) / 60_000)
}

// Programs write the first days of 1970 for none, or seconds where milliseconds are meant.
const earliestMs = Date.UTC(1970, 1)

function readWritten(words: string, context: DateContext): Written | null {
  const text = words.trim().replace(/\s{2,}|[^\S ]/g, ' ')
  if (text.length > maxLength || !/\p{Nd}|元/u.test(text)) return null
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return sinceEpoch(Number(text))
  for (const form of plain) {
    const found = form.exec(text)?.groups
    if (found) return plainDate(found, context.language) ?? readWorded(text, context)
  }
  const expanded = text.replace(compact, (_, y, mo, d, h, mi, s = '00') =>
    h === undefined ? `${y}-${mo}-${d}` : `${y}-${mo}-${d} ${h}:${mi}:${s}`,
  )
  return readWorded(expanded, context)
}

const time = String.raw`[\sT,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<part>\d+))?)?`
const zone = String.raw`(?:\s*(?<zone>Z|UTC?|GMT|[ECMP][SD]T|(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{2})(?:\s*[([][^)\]]*[)\]])?)?`
const weekday = String.raw`(?:[a-z]{3,9}\.?,?\s+)?`

/** W3C-DTF and RFC 822 with their usual slips. */
const plain = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${time}${zone}$`, 'i'),
  new RegExp(
    String.raw`^${weekday}(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3,9})[.,]?[\s-]+(?<year>\d{4}|\d{2})${time}${zone}$`,
    'i',
  ),
  new RegExp(
    String.raw`^${weekday}(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})${time}${zone}$`,
    'i',
  ),
]
/** ISO 8601 without its hyphens. */
const compact =
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?=\s?Z|\s?[+-]\d{2}:?(?:\d{2})?$|$)/i
const englishMonths =
  'january february march april may june july august september october november december'.split(' ')

function plainDate(found: Record<string, string | undefined>, language: string): Written | null {
  const { zone } = found
  const number = (name: string) => Number(found[name] ?? 0)
  const [year, day, hour, minute] = [
    number('year'),
    number('day'),
    number('hour'),
    number('minute'),
  ]
  const month = monthNumber(found.month ?? '')
  // RFC 2822, 4.3: years of two digits.
  const fullYear = found.year?.length === 2 ? year + (year < 50 ? 2000 : 1900) : year
  if (month === null || hour > 24 || minute > 59) return null
  const ms = Math.trunc(Number(`0.${found.part ?? 0}`) * 1000)
  const localMs = Date.UTC(
    fullYear,
    month - 1,
    day,
    hour,
    minute,
    Math.min(number('second'), 59),
    ms,
  )
  const isDay = new Date(Date.UTC(fullYear, month - 1, day)).getUTCDate() === day
  if (!isDay) return null
  if (!zone) return { localMs, zonedMs: null, precision: 'minute' }
  const zonedMs = plainZoned(zone, localMs, language)
  return zonedMs === null ? null : { localMs, zonedMs, precision: 'minute' }
}

// Offsets of more than a day are none, but are read as what they say by all that read feeds.
function plainZoned(zone: string, localMs: number, language: string): number | null {
  if (/^(?:Z|UTC?|GMT)$/i.test(zone)) return localMs
  const [, sign, hours, minutes] = /([+-])(\d{1,2}):?(\d{2})$/.exec(zone) ?? []
  if (sign) return localMs - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000
  const found = readZone(zone, 0, language)
  return found && instantIn(found.zone, localMs)
}

function monthNumber(text: string): number | null {
  if (/^\d/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  const name = text.toLowerCase()
  const index = englishMonths.findIndex((month) => month.startsWith(name))
  return index === -1 ? null : index + 1
}

/** Seconds, or milliseconds where so many seconds would lie far ahead. */
function sinceEpoch(count: number): Written {
  const localMs = Math.trunc(count < 1e11 ? count * 1000 : count)
  return { localMs, zonedMs: localMs, precision: 'minute' }
}

const anyNumber = /[\p{N}〇一二三四五六七八九十]/u

function readWorded(text: string, context: DateContext): Written | null {
  const { language, isLanguageSure = false } = context
  // Most of what is asked of is no date: the names of all languages need not be collected for it.
  if (!anyNumber.test(text)) return null
  return (
    readIn(namesFor(dateNames(language), language), text, context) ??
    (!isLanguageSure && /\p{L}/u.test(text)
      ? readIn(namesFor(worldNames(), language), text, context)
      : null)
  )
}

function readIn(
  names: DateNames,
  text: string,
  { timeOfDay = new Temporal.PlainTime() }: DateContext,
): Written | null {
  const found = findFullDate(text, names) ?? wholeDate(text, names)
  const { year, month, day } = found?.words ?? {}
  if (!found || year === undefined || month === undefined || day === undefined) return null
  const date = dateOf(year, month, day)
  if (!date) return null
  const { time, zone } = found.words.time
    ? found.words
    : (findTime(lineOf(found.rest), names) ?? {})
  const plainTime = time ?? timeOfDay
  const localMs = date.toZonedDateTime({ timeZone: 'UTC', plainTime }).epochMilliseconds
  const given = zone ?? (time ? zoneBeside(found.rest, names.language) : null)
  return {
    localMs,
    zonedMs: given === null ? null : instantIn(given, localMs),
    precision: time ? 'minute' : 'day',
  }
}

function zoneBeside(rest: string, language: string): ZoneId | null {
  const words = rest.replace(/[|\s,]+/g, ' ').trim()
  return findZone(rest, language) ?? placeZone(words, language, 'alone')
}

// Of those who write English, Americans alone put the month first; so do programs that name no language.
function namesFor(names: DateNames, language: string): DateNames {
  return { ...names, monthFirst: /^(?:en(?:[-_]us)?)?$/i.test(language) }
}

/** A date and nothing else may be written with slashes, or with a year of two digits. */
function wholeDate(text: string, names: DateNames) {
  const [, date = '', rest = ''] = /^(\d{1,2}\/\d{1,2}\/\d{4})(?!\d)(.*)$/.exec(text) ?? []
  const words = readDateWords(date, names) ?? readDateWords(text, names)
  return words && { words, rest }
}

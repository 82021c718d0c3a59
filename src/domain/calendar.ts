import { inOrder, mostTimes } from './schedule.ts'

/** The reader's day on which an instant falls. */
export function dayOf(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

/** A heading such as `Friday, 14 June 2024`, in the reader's language. */
export function dayHeading(day: Temporal.PlainDate, locale: string): string {
  let formats = headingFormats.get(locale)
  if (!formats) {
    formats = {
      weekday: new Intl.DateTimeFormat(locale, { weekday: 'long' }),
      date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    }
    headingFormats.set(locale, formats)
  }
  return `${capitalise(formats.weekday.format(day), locale)}, ${formats.date.format(day)}`
}

/** Kept, as making one takes a thousand times as long as using it. */
const headingFormats = new Map<string, Record<'weekday' | 'date', Intl.DateTimeFormat>>()

/** The part of the day in which an instant falls in a zone. */
export function dayPart(
  instant: Temporal.Instant,
  zone: string,
): 'night' | 'morning' | 'afternoon' | 'evening' {
  const { hour } = instant.toZonedDateTimeISO(zone)
  if (hour < 6) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** The clock time of an instant in a zone, such as `09:05`. */
export function clockTime(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The first instant of a local day, and the first instant after it: [start, end). */
export function dayBounds(
  day: Temporal.PlainDate,
  zone: string,
): { start: Temporal.Instant; end: Temporal.Instant } {
  return {
    start: day.toZonedDateTime(zone).toInstant(),
    end: day.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  }
}

/** The IANA name of a zone with its usual capitals (`europe/kyiv` gives `Europe/Kyiv`), or null. */
export function readZone(text: string): string | null {
  const name = text.trim()
  // Offsets such as +02:00 are valid to Temporal but know no summer time: ask for a place.
  if (!/^[A-Za-z]/.test(name)) return null
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId
  } catch {
    return null
  }
}

/** Reads `7:30`, `07:30`, `7.30` or `19h05` as a time of day; null when it is none. */
export function readTimeOfDay(text: string): Temporal.PlainTime | null {
  const match = /^(\d{1,2})[:.h](\d{2})$/.exec(text.trim())
  if (!match) return null
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  return hour < 24 && minute < 60 ? new Temporal.PlainTime(hour, minute) : null
}

/** Reads one to four times of day, parted by spaces, commas or `and`; in order, or null. */
export function readTimesOfDay(text: string): Temporal.PlainTime[] | null {
  const times = text
    .split(/[\s,;]+|\band\b/)
    .filter(Boolean)
    .map(readTimeOfDay)
  const read = times.filter((time) => time !== null)
  const isFine = read.length === times.length && times.length > 0
  const unique = inOrder(read)
  return isFine && unique.length <= mostTimes ? unique : null
}

function capitalise(word: string, locale: string): string {
  const [first = '', ...rest] = word
  return first.toLocaleUpperCase(locale) + rest.join('')
}

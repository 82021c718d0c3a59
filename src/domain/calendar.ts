import { createMemory } from '../lib/memory.ts'
import type { Article } from './article.ts'
import { inOrder, mostTimes } from './schedule.ts'

/** The reader's day on which an instant falls. */
export function dayOf(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

/** The reader's day of an article: where only the day is known, it is the same for readers everywhere. */
export function publishedOn(
  { publishedAt, precision }: Pick<Article, 'publishedAt' | 'precision'>,
  zone: string,
): Temporal.PlainDate {
  return dayOf(publishedAt, precision === 'day' ? 'UTC' : zone)
}

/** A heading such as `Friday, 14 June 2024`, in the reader's language: it begins with a capital. */
export function dayHeading(day: Temporal.PlainDate, locale: string): string {
  return capitalise(dayInWords(day, locale), locale)
}

/** The same within a sentence: `середа, 25 листопада 2026 р.` */
export function dayInWords(day: Temporal.PlainDate, locale: string): string {
  return knownDay(`${locale} ${day}`)
}

/** In few letters: `Fri 14 Jun` */
export function shortDay(day: Temporal.PlainDate, locale: string): string {
  return knownShortDay(`${locale} ${day}`)
}

const knownShortDay = createMemory(1000)((both) => {
  const [locale = '', date = ''] = both.split(' ')
  const format = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return Temporal.PlainDate.from(date).toLocaleString(locale, format)
})

const knownDay = createMemory(1000)((both) => {
  const [locale = '', date = ''] = both.split(' ')
  return writeDay(Temporal.PlainDate.from(date), locale)
})

function writeDay(day: Temporal.PlainDate, locale: string): string {
  let formats = headingFormats.get(locale)
  if (!formats) {
    formats = {
      weekday: new Intl.DateTimeFormat(locale, { weekday: 'long' }),
      date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    }
    headingFormats.set(locale, formats)
  }
  return `${formats.weekday.format(day)}, ${formats.date.format(day)}`
}

/** Kept, as making one takes a thousand times as long as using it. */
const headingFormats = new Map<string, Record<'weekday' | 'date', Intl.DateTimeFormat>>()

/** The part of the day in which an instant falls in a zone. */
export function dayPart(
  instant: Temporal.Instant,
  zone: string,
): 'night' | 'early' | 'morning' | 'afternoon' | 'evening' {
  const { hour } = instant.toZonedDateTimeISO(zone)
  if (hour < 4) return 'night'
  if (hour < 7) return 'early'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** The clock time of an instant in a zone, such as `09:05`. */
export function clockTime(instant: Temporal.Instant, zone: string): string {
  return knownTime(`${zone} ${instant.epochMilliseconds}`)
}

const knownTime = createMemory(10_000)((both) => {
  const [zone = '', ms] = both.split(' ')
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(ms))
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
})

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

const longestTimes = 100

/**
 * Reads one to four times of day as people write them (`7:30`, `8`, `0800`, `8.30 pm`, `8 ранку`,
 * `noon`), parted by spaces, commas or `and`; in order, or null.
 */
export function readTimesOfDay(text: string): Temporal.PlainTime[] | null {
  if (text.length > longestTimes) return null
  const input = text
    .toLowerCase()
    .replace(/\bat\b|\bo['’]clock\b|^о /g, ' ')
    // `8 am` is one time.
    .replace(/(\d)\s+(?=[ap]\.?m\b|ранку|дня|вечора|ночі)/g, '$1')
    // `8 30` too, as there is no such hour.
    .replace(/^\s*(\d{1,2})[\s,]+([3-5]\d|2[4-9])\s*$/, '$1:$2')
  const words = input.split(/[\s,;]+|\b(?:and|&)\b/).filter(Boolean)
  const times = words.filter((word) => !/^(?:і|й|та)$/.test(word)).map(readTypedTime)
  const read = times.filter((time) => time !== null)
  const isFine = read.length === times.length && times.length > 0
  const unique = inOrder(read)
  return isFine && unique.length <= mostTimes ? unique : null
}

const namedTimes: ReadonlyMap<string, number> = new Map([
  ['noon', 12],
  ['midnight', 0],
  ['опівдні', 12],
  ['опівночі', 0],
])

function readTypedTime(word: string): Temporal.PlainTime | null {
  const named = namedTimes.get(word)
  if (named !== undefined) return new Temporal.PlainTime(named)
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?h?(a\.?m\.?|p\.?m\.?|ранку|дня|вечора|ночі)?$/.exec(
    word,
  )
  if (!match) return null
  const minute = Number(match[2] ?? 0)
  const hour = hourOfDay(Number(match[1]), match[3] ?? '')
  const isMidnight = hour === 24 && minute === 0
  if (isMidnight) return new Temporal.PlainTime(0)
  return hour < 24 && minute < 60 ? new Temporal.PlainTime(hour, minute) : null
}

/** The hour from 0 to 24 in a half of the day; of an hour past 12, what it says by itself. */
function hourOfDay(hour: number, half: string): number {
  if (half === '' || hour > 12) return hour
  const isNight = half === 'ночі'
  const isLate = /^(?:p|дня|вечора)/.test(half) || (isNight && hour > 8 && hour < 12)
  return (hour % 12) + (isLate ? 12 : 0)
}

/** The same words with a capital at their head. */
export function capitalise(words: string, locale: string): string {
  const [first = '', ...rest] = words
  return first.toLocaleUpperCase(locale) + rest.join('')
}

import type { ZoneId } from './zone-id.ts'

/** What some words say of a date; all of it may be missing, but not all at once. */
export type DateWords = {
  year?: number
  /** 1 to 12. */
  month?: number
  day?: number
  /** 1 is Monday. */
  weekday?: number
  /** 0 for today, 1 for yesterday, 2 for the day before. */
  daysAgo?: number
  time?: Temporal.PlainTime
  /** Of the time of day, where one is named. */
  zone?: ZoneId
  /** The half of the day that its time is in. */
  half?: 'a' | 'p'
  /** For `5 minutes ago`. */
  minutesAgo?: number
  /** A moment with its offset, as in a `datetime` attribute. */
  instant?: Temporal.Instant
}

/** Joins what two neighbouring pieces of text say; null when both speak of the same thing. */
export function joinDateWords(a: DateWords, b: DateWords): DateWords | null {
  return Object.keys(b).some((name) => name in a) ? null : { ...a, ...b }
}

/** Whether the words name a day. */
export function hasDay({ day, month, daysAgo, instant }: DateWords): boolean {
  return (day !== undefined && month !== undefined) || daysAgo !== undefined || !!instant
}

/** Whether the words name a time of day, or a moment. */
export function hasTime({ time, minutesAgo, instant }: DateWords): boolean {
  return time !== undefined || minutesAgo !== undefined || !!instant
}

/**
 * The day that the words mean at `now`, in its zone. Without a year it is the nearest one past, or
 * nearer still the one on which the weekday falls. Null for no day, an impossible one, or one ahead.
 */
export function resolveDay(
  words: DateWords,
  now: Temporal.ZonedDateTime,
): Temporal.PlainDate | null {
  const today = now.toPlainDate()
  const { year, month, day, weekday, daysAgo } = words
  if (daysAgo !== undefined) return today.subtract({ days: daysAgo })
  if (month === undefined || day === undefined) return null
  // Where the page is written it may be tomorrow already.
  const isPast = (date: Temporal.PlainDate | null): date is Temporal.PlainDate =>
    date !== null && Temporal.PlainDate.compare(date, today.add({ days: 1 })) <= 0
  if (year !== undefined) {
    const date = dateOf(year, month, day)
    return isPast(date) ? date : null
  }
  const years = [1, 0, -1, -2, -3, -4].map((step) => today.year + step)
  const candidates = years.map((candidate) => dateOf(candidate, month, day)).filter(isPast)
  return candidates.find(({ dayOfWeek }) => dayOfWeek === weekday) ?? candidates[0] ?? null
}

/** A day of the calendar, or null where there is none such. */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

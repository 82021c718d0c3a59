import { dateOf, resolveDay } from '../dates/date-words.ts'
import { dateNames } from '../dates/names.ts'
import { readDateWords } from '../dates/words.ts'

/** Days from the first up to the one before `end`. */
export type Days = { first: Temporal.PlainDate; end: Temporal.PlainDate }

/**
 * The days that words name: `2024`, `2024-06`, `2024-06-14`, or one day in English or
 * Ukrainian, as `14 June`, `14 червня 2024` or `yesterday`; without a year the last such day up to today.
 * Null for none, and for one that the calendar does not have.
 */
export function readDays(words: string, today: Temporal.PlainDate): Days | null {
  const digits = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(words)
  if (digits) {
    const [, year, month, day] = digits
    const first = dateOf(Number(year), Number(month ?? 1), Number(day ?? 1))
    const length = day ? { days: 1 } : month ? { months: 1 } : { years: 1 }
    return first && first.year > 0 ? daysFrom(first, length) : null
  }
  // A bare number is no day.
  if (/^\d+$/.test(words)) return null
  // Nobody asks for the news of a day to come: without a year it is the last one.
  const now = today.subtract({ days: 1 }).toZonedDateTime('UTC')
  const read = readDateWords(words, dateNames('uk'))
  if (!read) return null
  const { year, daysAgo, minutesAgo } = read
  if (daysAgo !== undefined) return daysFrom(today.subtract({ days: daysAgo }))
  if (minutesAgo !== undefined) {
    return daysFrom(today.subtract({ days: Math.floor(minutesAgo / minutesOfDay) }))
  }
  const day = resolveDay(read, year === undefined ? now : far)
  return day && day.year > 0 ? daysFrom(day) : null
}

const minutesOfDay = 24 * 60
const far = Temporal.ZonedDateTime.from('9000-01-01T00:00[UTC]')

function daysFrom(first: Temporal.PlainDate, length: Temporal.DurationLike = { days: 1 }): Days {
  return { first, end: first.add(length) }
}

import { type DateWords, dateOf, resolveDay } from '../dates/date-words.ts'
import { foldWords, nameKey } from '../dates/fold.ts'
import { dateNames } from '../dates/names.ts'
import { readDateWords } from '../dates/words.ts'

/** Days from the first up to the one before `end`. */
export type Days = {
  first: Temporal.PlainDate
  end: Temporal.PlainDate
  /** How often there are such days, where the words leave open which of them are meant. */
  every: 'year' | 'week' | null
}

/**
 * The days that words name: `2024`, `2024-06`, `2024-06-14`, or in English or Ukrainian a day or a month, as
 * `14 June`, `14 червня 2024`, `June 2023`, `yesterday`, `monday` or `last week`; without a year the last
 * such one up to today. Null for none, and for one that the calendar does not have.
 */
export function readDays(words: string, today: Temporal.PlainDate): Days | null {
  const digits = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(words)
  if (digits) {
    const [, year, month, day] = digits
    const first = dateOf(Number(year), Number(month ?? 1), Number(day ?? 1))
    const length = day ? { days: 1 } : month ? { months: 1 } : { years: 1 }
    return first && first.year > 0 && first.year < 9999 ? daysFrom(first, length) : null
  }
  // A bare number is no day.
  if (/^\d+$/.test(words)) return null
  const folded = foldWords(words).replace(/[^\p{L}\p{N}]+$/u, '')
  if (/^(?:tomorrow|завтра)$/.test(folded)) return daysFrom(today.add({ days: 1 }))
  const named = /^(?:(last|past|минул\p{L}+)|this|ц\p{L}{1,3}) (\p{L}[\p{L}']+)$/u.exec(folded)
  if (named?.[2]) return namedSpan(named[2], named[1] ? 1 : 0, today)
  const read = readDateWords(words, dateNames('uk'))
  return read && resolveDays(read, today)
}

/** Such days around another day: those first that begin in its year, or up to a week later. */
export function daysAround(days: Days, day: Temporal.PlainDate): Days[] {
  const { first, every } = days
  if (every === 'year') {
    return [0, 1, -1].flatMap((years) => {
      const moved = dateOf(day.year + years, first.month, first.day)
      return moved ? movedTo(days, moved) : []
    })
  }
  const weeks = Math.ceil(first.until(day).days / 7)
  const steps = every === 'week' ? [weeks, weeks + 1, weeks - 1] : []
  return steps.map((step) => movedTo(days, first.add({ weeks: step })))
}

function movedTo(days: Days, first: Temporal.PlainDate): Days {
  return { ...days, first, end: first.add(days.first.until(days.end, largestMonths)) }
}

const largestMonths = { largestUnit: 'months' } as const
const minutesOfDay = 24 * 60
const far = Temporal.ZonedDateTime.from('9000-01-01T00:00[UTC]')

/** The week, month, year or day of the week of that name: this one, or the one before. */
function namedSpan(what: string, ago: 0 | 1, today: Temporal.PlainDate): Days | null {
  const weekday = dateNames('uk').weekdays.get(nameKey(what))
  if (weekday) return daysFrom(lastWeekday(weekday, today.subtract({ days: ago })))
  if (/^(?:week|тиж\p{L}+)$/u.test(what)) {
    return daysFrom(lastWeekday(1, today).subtract({ weeks: ago }), { weeks: 1 })
  }
  if (/^(?:month|місяц\p{L}+)$/u.test(what)) {
    return daysFrom(today.with({ day: 1 }).subtract({ months: ago }), { months: 1 })
  }
  if (/^(?:year|рік|рок[уі])$/.test(what)) {
    return daysFrom(today.with({ month: 1, day: 1 }).subtract({ years: ago }), { years: 1 })
  }
  return null
}

function resolveDays(read: DateWords, today: Temporal.PlainDate): Days | null {
  const { year, month, weekday, daysAgo, minutesAgo } = read
  if (daysAgo !== undefined) return daysFrom(today.subtract({ days: daysAgo }))
  if (minutesAgo !== undefined) {
    return daysFrom(today.subtract({ days: Math.floor(minutesAgo / minutesOfDay) }))
  }
  const named = Object.keys(read).toSorted().join(' ')
  if (weekday && named === 'weekday') {
    return daysFrom(lastWeekday(weekday, today), { days: 1 }, 'week')
  }
  if (year && named === 'year') return daysFrom(new Temporal.PlainDate(year, 1, 1), { years: 1 })
  if (month && (named === 'month' || named === 'month year')) {
    const last = month > today.month ? today.year - 1 : today.year
    const first = new Temporal.PlainDate(year ?? last, month, 1)
    return daysFrom(first, { months: 1 }, year ? null : 'year')
  }
  // Nobody asks for the news of a day to come: without a year it is the last one.
  const now = today.subtract({ days: 1 }).toZonedDateTime('UTC')
  const day = resolveDay(read, year === undefined ? now : far)
  if (!day || day.year <= 0) return null
  return daysFrom(day, { days: 1 }, year || weekday ? null : 'year')
}

function lastWeekday(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 })
}

function daysFrom(
  first: Temporal.PlainDate,
  length: Temporal.DurationLike = { days: 1 },
  every: Days['every'] = null,
): Days {
  return { first, end: first.add(length), every }
}

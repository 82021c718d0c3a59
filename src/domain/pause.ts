import type { Schedule } from './schedule.ts'
import { nextSlot } from './slot.ts'

const longest = Temporal.Duration.from({ days: 366 })

/**
 * Reads how long to pause: `3d`, `2 weeks`, `5`, `тиждень`, counted from an instant, or until a local date
 * such as `2024-07-01` or `1.7.2024`. Gives the instant at which the pause ends, at most a year from then, or null for
 * anything else.
 */
export function readPause(
  text: string,
  zone: string,
  now: Temporal.Instant,
  from = now,
): Temporal.Instant | null {
  const input = text
    .trim()
    .toLowerCase()
    .replace(/^(?:until|till|for|до|на)\s+/, '')
  const end = readLength(input, zone, from) ?? readDate(input, zone)
  if (!end) return null
  const isAhead = Temporal.Instant.compare(end, now) > 0
  const latest = from.toZonedDateTimeISO(zone).add(longest).toInstant()
  return isAhead && Temporal.Instant.compare(end, latest) <= 0 ? end : null
}

function readLength(input: string, zone: string, from: Temporal.Instant): Temporal.Instant | null {
  const match =
    /^(?:(\d{1,3}|an?) ?)?(?:(d|days?|д|день|дні|днів)|(w|weeks?|тиждень|тижні|тижнів))$/.exec(
      /^\d+$/.test(input) ? `${input}d` : input,
    )
  if (!match) return null
  const [, count = '1', , week] = match
  const days = (/\d/.test(count) ? Number(count) : 1) * (week ? 7 : 1)
  return from.toZonedDateTimeISO(zone).add({ days }).toInstant()
}

function readDate(input: string, zone: string): Temporal.Instant | null {
  const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(input) ?? []
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : input
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
  } catch {
    return null
  }
}

/**
 * The beginning of the first day that a pause of days holds: today while a digest is still to come, else
 * tomorrow. So a day's pause holds the digests of one day, at whatever hour it is asked for.
 */
export function firstPausedDay(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  const { zone } = schedule
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const next = nextSlot(schedule, now).at.toZonedDateTimeISO(zone).toPlainDate()
  const first = next.equals(today) ? today : today.add({ days: 1 })
  return first.toZonedDateTime(zone).toInstant()
}

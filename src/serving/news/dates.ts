import { dayOf } from '../../domain/calendar.ts'
import type { RankedHeadline } from '../../store/headlines.ts'

/** Finds the local dates of articles; where only the day is known, it is the same everywhere. */
export function datesIn(zone: string): (article: RankedHeadline) => string {
  const known = new Map<number, string>()
  const quarterMs = 15 * 60_000
  return ({ publishedAt, publishedMs, precision }) => {
    if (precision === 'day') return publishedAt.toString().slice(0, 10)
    // Every offset in use is one of quarters of an hour.
    const quarter = Math.floor(publishedMs / quarterMs)
    const date = known.get(quarter) ?? dayOf(publishedAt, zone).toString()
    known.set(quarter, date)
    return date
  }
}

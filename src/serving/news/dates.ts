import { dayOf } from '../../domain/calendar.ts'
import { createMemory } from '../../lib/memory.ts'
import type { RankedHeadline } from '../../store/headlines.ts'

type DateOf = (article: RankedHeadline) => string

/** Finds the local dates of articles, such as `2024-06-14`; where only the day is known, it is the same everywhere. */
export const datesIn: (zone: string) => DateOf = createMemory(100)((zone) => {
  const known = new Map<number, string>()
  return ({ publishedAt, publishedMs, precision }) => {
    if (precision === 'day') return publishedAt.toString().slice(0, 10)
    // Every offset in use is one of quarters of an hour.
    const quarter = Math.floor(publishedMs / quarterMs)
    const date = known.get(quarter) ?? dayOf(publishedAt, zone).toString()
    if (known.size >= mostKnown) known.clear()
    known.set(quarter, date)
    return date
  }
})

const quarterMs = 15 * 60_000
/** Those of a month. */
const mostKnown = 3000

import { dayBounds } from '../domain/calendar.ts'
import type { Question } from '../domain/question.ts'
import type { PublishedSpan } from '../domain/search.ts'

/** When the days of a question begin and end in a zone; those of articles of which only the day is known, in UTC. */
export function spanOfDays(
  { after, before }: Pick<Question, 'after' | 'before'>,
  zone: string,
): PublishedSpan {
  return {
    ...{ fromMs: startMs(after, zone), untilMs: startMs(before, zone) },
    dated: { fromMs: startMs(after, 'UTC'), untilMs: startMs(before, 'UTC') },
  }
}

function startMs(day: string | null, zone: string): number | null {
  if (day === null) return null
  return dayBounds(Temporal.PlainDate.from(day), zone).start.epochMilliseconds
}

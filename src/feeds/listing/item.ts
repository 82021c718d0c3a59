import type { FeedItem } from '../../domain/feed.ts'
import { resolveDay } from '../../text/dates/date-words.ts'
import type { DatedInstant } from '../../text/dates/read.ts'
import type { Row } from './rows.ts'

/** What a row says; `here` is the present moment where the page is written. */
export function itemFromRow(
  { link, words, heading, blurb }: Row,
  here: Temporal.ZonedDateTime,
): FeedItem {
  const date = publishedAt(words, heading ?? {}, here)
  return {
    id: link.key,
    title: link.text,
    url: link.url,
    publishedAt: date?.at ?? null,
    ...(date?.precision === 'day' && { precision: 'day' }),
    author: null,
    summary: blurb,
    content: null,
    categories: [],
    enclosures: [],
  }
}

// Noon stands for a day without a time: it falls on that day in nearly every zone.
function publishedAt(
  words: Row['words'],
  heading: Row['words'],
  here: Temporal.ZonedDateTime,
): DatedInstant | null {
  const now = here.toInstant()
  const { time, minutesAgo } = words
  if (words.instant) return { at: words.instant, precision: 'minute' }
  if (minutesAgo !== undefined) {
    const inDays = minutesAgo > 0 && minutesAgo % (24 * 60) === 0
    return { at: now.subtract({ minutes: minutesAgo }), precision: inDays ? 'day' : 'minute' }
  }
  const day = resolveDay(words, here) ?? resolveDay(heading, here)
  if (day) {
    const plainTime = time ?? new Temporal.PlainTime(12)
    const timeZone = words.zone ?? here.timeZoneId
    const moment = day.toZonedDateTime({ timeZone, plainTime }).toInstant()
    // Where only the day is known, it may have begun there before it does here.
    return time
      ? { at: earlier(moment, now), precision: 'minute' }
      : { at: moment, precision: 'day' }
  }
  if (!time) return null
  // A time alone is the latest such moment; where the page is written it may be a little later.
  const today = here.toPlainDate().toZonedDateTime({ timeZone: here.timeZoneId, plainTime: time })
  if (Temporal.ZonedDateTime.compare(today, here.add({ hours: 3 })) > 0) {
    return { at: today.subtract({ days: 1 }).toInstant(), precision: 'minute' }
  }
  return { at: earlier(today.toInstant(), now), precision: 'minute' }
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}

import type { FeedItem } from '../../domain/feed.ts'
import { resolveDay } from '../../text/dates/date-words.ts'
import type { Row } from './rows.ts'

/** What a row says; `here` is the present moment where the page is written. */
export function itemFromRow(
  { link, words, heading, blurb }: Row,
  here: Temporal.ZonedDateTime,
): FeedItem {
  return {
    id: link.key,
    title: link.text,
    url: link.url,
    publishedAt: publishedAt(words, heading ?? {}, here),
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
): Temporal.Instant | null {
  const now = here.toInstant()
  if (words.instant) return words.instant
  if (words.minutesAgo !== undefined) return now.subtract({ minutes: words.minutesAgo })
  const { time } = words
  const day = resolveDay(words, here) ?? resolveDay(heading, here)
  if (day) {
    const plainTime = time ?? new Temporal.PlainTime(12)
    return earlier(day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime }).toInstant(), now)
  }
  if (!time) return null
  // A time alone is the latest such moment; where the page is written it may be a little later.
  const today = here.toPlainDate().toZonedDateTime({ timeZone: here.timeZoneId, plainTime: time })
  if (Temporal.ZonedDateTime.compare(today, here.add({ hours: 3 })) > 0) {
    return today.subtract({ days: 1 }).toInstant()
  }
  return earlier(today.toInstant(), now)
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}

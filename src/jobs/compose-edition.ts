import { composeDigest, pageOfDigest } from '../digests/compose.ts'
import { renderTelegram } from '../digests/render-telegram.ts'
import { dayBounds, dayOf } from '../domain/calendar.ts'
import type { MessagePart } from '../domain/delivery.ts'
import type { Digest } from '../domain/digest.ts'
import { type DigestRequest, encodeRequest } from '../domain/digest-request.ts'
import type { Translate } from '../domain/translate.ts'
import { articlesPublished } from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'

/** How many headlines a digest shows before `More news`. */
export const pageSize = 40

/** How many local days a digest spans: today and the day before. */
export const digestDays = 2

/** What a digest covers: `days` local days, the last of them that of `asOf`, up to `asOf`. */
export type DigestSpan = {
  asOf: Temporal.Instant
  days: number
  seenAfter?: Temporal.Instant | null
  seenUntil?: Temporal.Instant
}

/**
 * The digest of a span, in the days of a zone: the whole, or with `atMost` its newest so many
 * stories and the columns of their days.
 */
export async function loadDigest(
  db: Database,
  span: DigestSpan,
  zone: string,
  { atMost }: { atMost?: number } = {},
): Promise<Digest> {
  const { asOf, seenAfter, seenUntil } = span
  const dates = {
    from: firstDay(span, zone).toZonedDateTime(zone).toInstant(),
    until: asOf.add({ milliseconds: 1 }),
    ...(seenAfter && { seenAfter }),
    ...(seenUntil && { seenUntil }),
  }
  const news = await articlesPublished(db, { ...dates, kind: 'news', ...(atMost && { atMost }) })
  const oldest = atMost !== undefined && news.length === atMost ? news.at(-1) : undefined
  const columns = await articlesPublished(db, {
    ...dates,
    kind: 'column',
    ...(oldest && { from: dayBounds(dayOf(oldest.publishedAt, zone), zone).start }),
  })
  return composeDigest([...news, ...columns], zone)
}

/** The oldest local day of a span. */
export function firstDay(
  { asOf, days }: Pick<DigestSpan, 'asOf' | 'days'>,
  zone: string,
): Temporal.PlainDate {
  return dayOf(asOf, zone).subtract({ days: days - 1 })
}

/** The messages for one page of a digest; the last bears `More news` where there is more. */
export async function composeEdition(
  db: Database,
  request: DigestRequest,
  zone: string,
  t: Translate,
): Promise<MessagePart[]> {
  const { asOf, days, seenAfter } = request
  const span = { asOf, days, seenAfter, seenUntil: asOf }
  // One more than the page shows, to know whether there is more.
  const digest = await loadDigest(db, span, zone, { atMost: request.offset + pageSize + 1 })
  const page = pageOfDigest(digest, request.offset, pageSize)
  const messages = renderTelegram(page.digest, t)
  const more = page.next === null ? null : encodeRequest({ ...request, offset: page.next })
  return messages.map((html, i) => ({ html, more: i === messages.length - 1 ? more : null }))
}

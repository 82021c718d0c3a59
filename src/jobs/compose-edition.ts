import { composeDigest, pageOfDigest } from '../digests/compose.ts'
import { renderTelegram } from '../digests/render-telegram.ts'
import { dayOf } from '../domain/calendar.ts'
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

/** The whole digest of a span, in the days of a zone. */
export async function loadDigest(db: Database, span: DigestSpan, zone: string): Promise<Digest> {
  const { asOf, seenAfter, seenUntil } = span
  const from = firstDay(span, zone).toZonedDateTime(zone).toInstant()
  const until = asOf.add({ milliseconds: 1 })
  const articles = await articlesPublished(db, {
    from,
    until,
    ...(seenAfter && { seenAfter }),
    ...(seenUntil && { seenUntil }),
  })
  return composeDigest(articles, zone)
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
  const digest = await loadDigest(db, { asOf, days, seenAfter, seenUntil: asOf }, zone)
  const page = pageOfDigest(digest, request.offset, pageSize)
  const messages = renderTelegram(page.digest, t)
  const more = page.next === null ? null : encodeRequest({ ...request, offset: page.next })
  return messages.map((html, i) => ({ html, more: i === messages.length - 1 ? more : null }))
}

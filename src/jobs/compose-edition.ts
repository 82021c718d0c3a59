import { composeDigest, pageOfDigest } from '../digests/compose.ts'
import { renderMessages } from '../digests/render-telegram.ts'
import { dayBounds, dayOf } from '../domain/calendar.ts'
import type { EditionPart } from '../domain/delivery.ts'
import type { Digest } from '../domain/digest.ts'
import { type DigestRequest, encodeRequest } from '../domain/digest-request.ts'
import type { Translate } from '../domain/translate.ts'
import {
  type ArticleSpan,
  articlesPublished,
  newestArticle,
  type PartialEdition,
} from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'

/** How many headlines a digest shows before `More news`. */
export const pageSize = 40

/** How many local days a digest spans: today and the day before. */
export const digestDays = 2

/** What a digest covers: `days` local days, the last of them that of `asOf`. */
export type DigestSpan = Pick<DigestRequest, 'asOf' | 'days'> &
  Pick<ArticleSpan, 'after' | 'upTo' | 'except'>

/**
 * The digest of a span, in the days of a zone: the whole, or with `atMost` its newest so many
 * stories and the columns of their days. What was new `after` an article may be of earlier days.
 */
export async function loadDigest(
  db: Database,
  span: DigestSpan,
  zone: string,
  { atMost }: { atMost?: number } = {},
): Promise<Digest> {
  const { asOf, after = null, upTo, except = [] } = span
  const articles = {
    from: firstDay(span, zone).toZonedDateTime(zone).toInstant(),
    after,
    except,
    // Where numbers say what has come, no clock does: it may have been wrong.
    ...(upTo === undefined ? { until: asOf.add({ milliseconds: 1 }) } : { upTo }),
  }
  const news = await articlesPublished(db, { ...articles, kind: 'news', ...(atMost && { atMost }) })
  const oldest = atMost !== undefined && news.length === atMost ? news.at(-1) : undefined
  const columns = await articlesPublished(db, {
    ...articles,
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

/** What an edition leaves out beside the request, and what stands above it. */
export type EditionWish = { except?: readonly PartialEdition[]; notice?: string | null }

/** The messages for one page of a digest; the last bears `More news` where there is more. */
export async function composeEdition(
  db: Database,
  request: DigestRequest,
  zone: string,
  t: Translate,
  { except = [], notice = null }: EditionWish = {},
): Promise<EditionPart[]> {
  const span = { ...request, except }
  // One more than the page shows, to know whether there is more.
  const digest = await loadDigest(db, span, zone, { atMost: request.offset + pageSize + 1 })
  const page = pageOfDigest(digest, request.offset, pageSize)
  const messages = renderMessages(page.digest, t, notice)
  const more = page.next === null ? null : encodeRequest({ ...request, offset: page.next })
  return messages.map((message, i) => ({
    ...message,
    more: i === messages.length - 1 ? more : null,
  }))
}

/** The digest of now: today's and yesterday's news that came after an article, or all of it. */
export async function requestOfNow(
  db: Database,
  now: Temporal.Instant,
  after: number | null = null,
): Promise<DigestRequest> {
  return { asOf: now, days: digestDays, after, upTo: await newestArticle(db), offset: 0 }
}

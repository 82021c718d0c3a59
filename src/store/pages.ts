import type { DatePrecision, Page, Summary } from '../domain/article.ts'
import type { FeedKind } from '../domain/feed.ts'
import { encodeReason, parseReason, type Reason } from '../domain/reason.ts'
import { readCell, text } from './cells.ts'
import { columnistOf } from './columnists.ts'
import { articleShape, feedShape } from './news-shapes.ts'
import { reindexArticle } from './search.ts'
import type { Database, Transaction } from './tables.ts'

/** An article whose page has not been read yet; `attempts` is how often it was tried before. */
export type WaitingPage = {
  id: number
  feedId: number
  /** The host that the feed itself is on. */
  feedHost: string
  url: string
  title: string
  /** What the feed says of it. */
  blurb: string | null
  feedKind: FeedKind
  attempts: number
}

/** The pages to be fetched now, newest first, of articles published since `from`. */
export async function waitingPages(
  db: Database,
  from: Temporal.Instant,
  now: Temporal.Instant,
  limit: number,
  /** Feeds that are left out, by number or by the host that they are on. */
  except: { feeds: readonly number[]; hosts: readonly string[] } = { feeds: [], hosts: [] },
): Promise<WaitingPage[]> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where('feed.removed_at', 'is', null)
    .where('article.page_state', '=', 'waiting')
    .where('article.published_at', '>=', from.epochMilliseconds)
    .where((e) =>
      e.or([
        e('article.page_due_at', 'is', null),
        e('article.page_due_at', '<=', now.epochMilliseconds),
        // No page waits a day: a clock that was ahead said so.
        e('article.page_due_at', '>', now.add({ hours: 24 }).epochMilliseconds),
      ]),
    )
    .$if(except.feeds.length > 0, (q) => q.where('article.feed_id', 'not in', except.feeds))
    .$if(except.hosts.length > 0, (q) => q.where('feed.host', 'not in', except.hosts))
    .select([
      'article.id',
      'article.url',
      'article.title',
      'article.summary as blurb',
      'article.feed_id',
      'feed.host as feed_host',
      'feed.kind as feed_kind',
      'article.page_attempts as attempts',
    ])
    .orderBy('article.published_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    feedId: row.feed_id,
    feedHost: String(row.feed_host),
    // An address that is none cannot be fetched: that is told, and the page is left.
    url: String(row.url),
    title: text(row.title) ?? '',
    blurb: readCell(articleShape.summary, row.blurb),
    feedKind: readCell(feedShape.kind, row.feed_kind),
    attempts: readCell(articleShape.page_attempts, row.attempts),
  }))
}

export type RecordedPage = {
  /** The canonical address, where the page names one. */
  url: string | null
  page: Page
  summary: Summary | null
}

/**
 * Records what the page says: its text, and what the feed had left out. The feed's title, author and
 * date stand; an article without a date, which is dated by its first sight, takes the page's, and one
 * of which only the day is known takes the time of that day. When another article has the canonical address, this one is its duplicate and is shown no more.
 */
export function recordPage(
  db: Database,
  id: number,
  { url, page, summary }: RecordedPage,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const article = await trx
      .selectFrom('article')
      .select(['url', 'author', 'published_at', 'date_precision', 'first_seen_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!article) return
    const author = article.author ?? page.author
    const isOne = page.kind === 'column' && author !== null && page.authors.length <= 1
    const date = isBetterDate(article, page) ? page : null
    await trx
      .updateTable('article')
      .set((e) => ({
        author,
        standfirst: e.fn.coalesce(e.val(page.standfirst), 'standfirst'),
        language: page.language,
        kind: page.kind,
        kind_reason: encodeReason(page.kindReason),
        columnist_id: null,
        picture: page.picture,
        body: page.text,
        page_state: 'read' as const,
        page_error: null,
        page_wall: null,
        ...(date?.publishedAt && {
          published_at: date.publishedAt.epochMilliseconds,
          date_precision: date.precision,
        }),
        ...(summary && {
          summary: summary.text,
          summary_origin: summary.origin,
          summary_places: JSON.stringify(summary.sentences ?? []),
        }),
      }))
      .where('id', '=', id)
      .execute()
    if (isOne) {
      const columnist_id = await columnistOf(trx, author, page.authorNote)
      await trx.updateTable('article').set({ columnist_id }).where('id', '=', id).execute()
    }
    if (url !== null && url !== article.url) await takeAddress(trx, id, url)
    await reindexArticle(trx, id)
  })
}

type KnownDate = {
  published_at: number
  date_precision: DatePrecision | null
  first_seen_at: number
}

function isBetterDate(known: KnownDate, { publishedAt, precision }: Page): boolean {
  const at = publishedAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY
  if (at >= known.first_seen_at) return false
  const isDatedBySight =
    known.date_precision === 'none' ||
    (known.date_precision === null && known.published_at === known.first_seen_at)
  const isSameDay = Math.abs(at - known.published_at) < dayMs
  return isDatedBySight || (known.date_precision === 'day' && precision === 'minute' && isSameDay)
}

const dayMs = 86_400_000

async function takeAddress(trx: Transaction, id: number, url: string): Promise<void> {
  const other = await trx
    .selectFrom('article')
    .select('id')
    .where('url', '=', url)
    .executeTakeFirst()
  await trx
    .updateTable('article')
    .set(other ? { duplicate_of: other.id } : { url })
    .where('id', '=', id)
    .execute()
}

export type PageFailure = {
  reason: Reason
  /** The kind of wall that stands before the text, if one does. */
  wall: string | null
  /** When it is tried again; null when it is left. */
  retryAt: Temporal.Instant | null
}

/** Records why a page could not be read; the feed's own words stand. */
export async function recordPageFailure(
  db: Database,
  id: number,
  { reason, wall, retryAt }: PageFailure,
): Promise<void> {
  await db
    .updateTable('article')
    .set((e) => ({
      page_state: retryAt ? ('waiting' as const) : ('failed' as const),
      page_error: encodeReason(reason),
      page_wall: wall,
      page_attempts: e('page_attempts', '+', 1),
      page_due_at: retryAt?.epochMilliseconds ?? null,
    }))
    .where('id', '=', id)
    .execute()
}

/** Pages of a feed that could not be read, and one of the reasons. */
export type UnreadPages = { feedId: number; pages: number; reason: Reason }

/** How many pages of each feed could not be read, of articles published since an instant. */
export async function unreadPages(db: Database, since: Temporal.Instant): Promise<UnreadPages[]> {
  const rows = await db
    .selectFrom('article')
    .select((e) => [
      'feed_id as feedId',
      e.fn.countAll<number>().as('pages'),
      e.fn.max('page_error').as('reason'),
    ])
    .where('page_state', '=', 'failed')
    .where('published_at', '>=', since.epochMilliseconds)
    .groupBy('feed_id')
    .execute()
  return rows.map(({ feedId, pages, reason }) => ({
    feedId,
    pages: Number(pages),
    reason: parseReason(text(reason) ?? ''),
  }))
}

import type { Kind, Page, Summary } from '../domain/article.ts'
import type { FeedKind } from '../domain/feed.ts'
import { reindexArticle } from './search.ts'
import type { Database } from './tables.ts'

/** An article whose page has not been fetched yet. */
export type WaitingPage = { id: number; url: string; kind: Kind; feedKind: FeedKind }

/** The pages still to be fetched, newest first, of articles published since `from`. */
export function waitingPages(
  db: Database,
  from: Temporal.Instant,
  limit: number,
): Promise<WaitingPage[]> {
  return db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where('feed.removed_at', 'is', null)
    .where('article.page_state', '=', 'waiting')
    .where('article.published_at', '>=', from.epochMilliseconds)
    .select(['article.id', 'article.url', 'article.kind', 'feed.kind as feedKind'])
    .orderBy('article.published_at', 'desc')
    .limit(limit)
    .execute()
}

export type RecordedPage = { page: Page; kind: Kind; summary: Summary | null }

/**
 * Records what the page says: its text, and what the feed had left out. The feed's title, author and
 * date stand; an article without a date, which is dated by its first sight, takes the page's.
 */
export async function recordPage(
  db: Database,
  id: number,
  { page, kind, summary }: RecordedPage,
): Promise<void> {
  const published = page.publishedAt?.epochMilliseconds
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('article')
      .set((e) => ({
        author: e.fn.coalesce('author', e.val(page.author)),
        standfirst: e.fn.coalesce(e.val(page.standfirst), 'standfirst'),
        language: page.language,
        kind,
        ...(published !== undefined && {
          published_at: e
            .case()
            .when(
              e.and([
                e('published_at', '=', e.ref('first_seen_at')),
                e('first_seen_at', '>', published),
              ]),
            )
            .then(e.val(published))
            .else(e.ref('published_at'))
            .end(),
        }),
        body: page.text,
        page_state: 'read' as const,
        ...(summary && { summary: summary.text, summary_origin: summary.origin }),
      }))
      .where('id', '=', id)
      .execute()
    await reindexArticle(trx, id)
  })
}

/** Records why a page could not be read; the feed's own words stand. */
export async function recordPageFailure(db: Database, id: number, reason: string): Promise<void> {
  await db
    .updateTable('article')
    .set({ page_state: 'failed', page_error: reason })
    .where('id', '=', id)
    .execute()
}

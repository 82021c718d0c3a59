import type { Page, Summary } from '../domain/article.ts'
import { indexArticles } from './search.ts'
import type { Database } from './tables.ts'

/** An article whose page has not been fetched yet. */
export type WaitingPage = { id: number; url: string }

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
    .select(['article.id', 'article.url'])
    .orderBy('article.published_at', 'desc')
    .limit(limit)
    .execute()
}

/** Records what the page says: its text, and what the feed had left out. The feed's author and title stand. */
export async function recordPage(
  db: Database,
  id: number,
  page: Page,
  summary: Summary | null,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('article')
      .set((e) => ({
        author: e.fn.coalesce('author', e.val(page.author)),
        standfirst: e.fn.coalesce(e.val(page.standfirst), 'standfirst'),
        language: page.language,
        body: page.text,
        page_state: 'read' as const,
        ...(summary && { summary: summary.text, summary_origin: summary.origin }),
      }))
      .where('id', '=', id)
      .returning(['id', 'title', 'summary', 'body', 'author'])
      .executeTakeFirst()
    if (row) await indexArticles(trx, [row])
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

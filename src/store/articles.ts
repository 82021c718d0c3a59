import type { Kind, Summary } from '../domain/article.ts'
import type { Database } from './tables.ts'

/** An item on its way to become an article: what its feed says of it. */
export type NewArticle = {
  itemId: string
  url: string
  title: string
  author: string | null
  kind: Kind
  publishedAt: Temporal.Instant
  summary: Summary | null
  standfirst: string | null
  body: string | null
}

/**
 * Stores what is new among a feed's items and gives the number of new articles. An item is known by
 * the feed's own identifier, an article by its address: neither comes in twice. Belongs into a
 * transaction.
 */
export async function addArticles(
  db: Database,
  feedId: number,
  candidates: NewArticle[],
  now: Temporal.Instant,
): Promise<number> {
  const unique = [...new Map(candidates.map((a) => [a.itemId, a])).values()]
  if (unique.length === 0) return 0
  const known = await db
    .selectFrom('feed_item')
    .select('item_id')
    .where('feed_id', '=', feedId)
    .where(
      'item_id',
      'in',
      unique.map((a) => a.itemId),
    )
    .execute()
  const knownIds = new Set(known.map((row) => row.item_id))
  const fresh = unique.filter((a) => !knownIds.has(a.itemId))
  if (fresh.length === 0) return 0

  const inserted = await db
    .insertInto('article')
    .values(
      fresh.map((a) => ({
        feed_id: feedId,
        url: a.url,
        title: a.title,
        author: a.author,
        kind: a.kind,
        published_at: a.publishedAt.epochMilliseconds,
        first_seen_at: now.epochMilliseconds,
        language: null,
        standfirst: a.standfirst,
        summary: a.summary?.text ?? null,
        summary_origin: a.summary?.origin ?? null,
        page_state: 'waiting' as const,
        page_error: null,
        body: a.body,
      })),
    )
    .onConflict((c) => c.column('url').doNothing())
    .returning(['id', 'url'])
    .execute()
  const ids = new Map(inserted.map((row) => [row.url, row.id]))
  const elsewhere = fresh.filter((a) => !ids.has(a.url)).map((a) => a.url)
  if (elsewhere.length > 0) {
    const rows = await db
      .selectFrom('article')
      .select(['id', 'url'])
      .where('url', 'in', elsewhere)
      .execute()
    for (const row of rows) ids.set(row.url, row.id)
  }
  await db
    .insertInto('feed_item')
    .values(
      fresh.flatMap((a) => {
        const id = ids.get(a.url)
        return id === undefined ? [] : [{ feed_id: feedId, item_id: a.itemId, article_id: id }]
      }),
    )
    .execute()
  return inserted.length
}

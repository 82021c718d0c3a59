import type { Kind, Summary } from '../domain/article.ts'
import { columnistOf } from './columnists.ts'
import { insertInParts, runCompiled } from './compiled.ts'
import type { Database } from './tables.ts'

/** An item on its way to become an article: what its feed says of it. It passes between threads. */
export type NewArticle = {
  itemId: string
  url: string
  title: string
  author: string | null
  kind: Kind
  publishedAtMs: number
  summary: Summary | null
  standfirst: string | null
  body: string | null
}

/** What one feed has brought. */
export type Arrival = { feedId: number; articles: readonly NewArticle[] }

/** An item that its feed has not brought before. */
type FreshItem = { feedId: number; article: NewArticle }

/**
 * Stores what is new among the items of some feeds and gives the number of new articles of each
 * feed, in order. An item is known by the feed's own identifier, an article by its address: neither
 * comes in twice. Belongs into a transaction.
 */
export async function addArticles(
  db: Database,
  arrivals: readonly Arrival[],
  now: Temporal.Instant,
): Promise<number[]> {
  const fresh: FreshItem[] = []
  for (const arrival of arrivals) fresh.push(...(await freshItems(db, arrival)))
  const columnists = await columnistsOf(db, fresh)
  const inserted = await insertInParts(
    db,
    'articles',
    fresh.map((item) => rowOf(item, columnists.get(item.article) ?? null, now)),
    (rows) =>
      db
        .insertInto('article')
        .values(rows)
        .onConflict((c) => c.column('url').doNothing())
        .returning(['id', 'url', 'feed_id']),
  )
  const ids = new Map(inserted.map((row) => [row.url, row.id]))
  const elsewhere = fresh.map(({ article }) => article.url).filter((url) => !ids.has(url))
  for (const row of await articlesAt(db, elsewhere)) ids.set(row.url, row.id)
  await insertInParts(
    db,
    'items',
    fresh.flatMap(({ feedId, article }) => {
      const id = ids.get(article.url)
      return id === undefined ? [] : [{ feed_id: feedId, item_id: article.itemId, article_id: id }]
    }),
    (rows) => db.insertInto('feed_item').values(rows),
  )
  const counts = new Map<number, number>()
  for (const row of inserted) counts.set(row.feed_id, (counts.get(row.feed_id) ?? 0) + 1)
  return arrivals.map(({ feedId }) => counts.get(feedId) ?? 0)
}

async function freshItems(db: Database, { feedId, articles }: Arrival): Promise<FreshItem[]> {
  const unique = new Map(articles.map((article) => [article.itemId, article]))
  if (unique.size === 0) return []
  const items = [...unique.keys()]
  const query = () =>
    db
      .selectFrom('feed_item')
      .select('item_id')
      .where('feed_id', '=', feedId)
      .where('item_id', 'in', items)
  const known = await runCompiled(db, `known items ${items.length}`, query, [feedId, ...items])
  for (const row of known) unique.delete(row.item_id)
  return Array.from(unique.values(), (article) => ({ feedId, article }))
}

async function articlesAt(db: Database, urls: readonly string[]) {
  if (urls.length === 0) return []
  return db.selectFrom('article').select(['id', 'url']).where('url', 'in', urls).execute()
}

async function columnistsOf(
  db: Database,
  items: readonly FreshItem[],
): Promise<Map<NewArticle, number | null>> {
  const found = new Map<NewArticle, number | null>()
  for (const { article } of items) {
    // Several names in one are no person.
    if (article.kind === 'column' && article.author && !/[,;&]/.test(article.author)) {
      found.set(article, await columnistOf(db, article.author))
    }
  }
  return found
}

function rowOf({ feedId, article }: FreshItem, columnistId: number | null, now: Temporal.Instant) {
  return {
    feed_id: feedId,
    url: article.url,
    title: article.title,
    author: article.author,
    columnist_id: columnistId,
    kind: article.kind,
    published_at: article.publishedAtMs,
    first_seen_at: now.epochMilliseconds,
    standfirst: article.standfirst,
    summary: article.summary?.text ?? null,
    summary_origin: article.summary?.origin ?? null,
    page_state: 'waiting' as const,
    body: article.body,
  }
}

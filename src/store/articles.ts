import type { Insertable } from 'kysely'
import type { Kind, Summary } from '../domain/article.ts'
import { columnistOf } from './columnists.ts'
import { runCompiled } from './compiled.ts'
import type { Database, Tables } from './tables.ts'

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
  const known = await knownItems(
    db,
    feedId,
    unique.map((a) => a.itemId),
  )
  const fresh = unique.filter((a) => !known.has(a.itemId))
  if (fresh.length === 0) return 0

  const columnists = await columnistsOf(db, fresh)
  const inserted = await insertArticles(
    db,
    fresh.map((article) => rowOf(article, feedId, columnists.get(article) ?? null, now)),
  )
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
  await insertItems(
    db,
    fresh.flatMap((a) => {
      const id = ids.get(a.url)
      return id === undefined ? [] : [{ feed_id: feedId, item_id: a.itemId, article_id: id }]
    }),
  )
  return inserted.length
}

async function knownItems(db: Database, feedId: number, items: string[]): Promise<Set<string>> {
  const query = () =>
    db
      .selectFrom('feed_item')
      .select('item_id')
      .where('feed_id', '=', feedId)
      .where('item_id', 'in', items)
  const rows = await runCompiled(db, `known items ${items.length}`, query, [feedId, ...items])
  return new Set(rows.map((row) => row.item_id))
}

function insertArticles(db: Database, rows: ReturnType<typeof rowOf>[]) {
  const query = () =>
    db
      .insertInto('article')
      .values(rows)
      .onConflict((c) => c.column('url').doNothing())
      .returning(['id', 'url'])
  return runCompiled(db, `articles ${rows.length}`, query, rows.flatMap(Object.values))
}

async function insertItems(db: Database, rows: Insertable<Tables['feed_item']>[]): Promise<void> {
  const query = () => db.insertInto('feed_item').values(rows)
  await runCompiled(db, `items ${rows.length}`, query, rows.flatMap(Object.values))
}

async function columnistsOf(
  db: Database,
  articles: NewArticle[],
): Promise<Map<NewArticle, number | null>> {
  const found = new Map<NewArticle, number | null>()
  for (const article of articles) {
    // Several names in one are no person.
    if (article.kind === 'column' && article.author && !/[,;&]/.test(article.author)) {
      found.set(article, await columnistOf(db, article.author))
    }
  }
  return found
}

function rowOf(
  article: NewArticle,
  feedId: number,
  columnistId: number | null,
  now: Temporal.Instant,
) {
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

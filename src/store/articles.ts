import { sql } from 'kysely'
import type { DatePrecision, Kind, Summary } from '../domain/article.ts'
import { columnistOf } from './columnists.ts'
import { insertInParts, runCompiled } from './compiled.ts'
import type { Transaction } from './tables.ts'

/** An item on its way to become an article: what its feed says of it. It passes between threads. */
export type NewArticle = {
  itemId: string
  url: string
  title: string
  author: string | null
  kind: Kind
  publishedAtMs: number
  precision: DatePrecision
  place: number | null
  summary: Summary | null
  standfirst: string | null
  body: string | null
}

/** What one feed has brought. The arrivals of arrivals.ts are numbers of articles. */
export type FeedArticles = { feedId: number; articles: readonly NewArticle[] }

/** An item that its feed has not brought before. */
type FreshItem = { feedId: number; article: NewArticle }

/**
 * Stores what is new among the items of some feeds and returns the number of new articles. An item
 * is known by the feed's own identifier, an article by its address: neither comes in twice. The first
 * item of a feed is stored last, as the newest of those that bear the same moment.
 */
export async function addArticles(
  trx: Transaction,
  arrivals: readonly FeedArticles[],
  now: Temporal.Instant,
): Promise<number> {
  const fresh: FreshItem[] = []
  for (const arrival of arrivals) fresh.push(...(await freshItems(trx, arrival)))
  const columnists = await columnistsOf(trx, fresh)
  const added = await insertInParts(
    trx,
    'articles',
    fresh.map((item) => rowOf(item, columnists.get(item.article) ?? null, now)),
    (rows) =>
      trx
        .insertInto('article')
        .values(rows)
        .onConflict((c) => c.column('url').doNothing()),
  )
  await insertInParts(
    trx,
    'items',
    fresh.map(({ feedId, article: { itemId, url } }) => ({ feedId, itemId, url })),
    (rows) => insertItems(trx, rows),
  )
  return added.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows), 0)
}

/** Each item with the number of its article, which is known by its address alone. */
function insertItems(
  trx: Transaction,
  items: readonly { feedId: number; itemId: string; url: string }[],
) {
  const values = items.map(({ feedId, itemId, url }) => sql`(${feedId}, ${itemId}, ${url})`)
  return trx
    .with('item(feed_id, item_id, url)', () => sql<ItemRow>`(values ${sql.join(values)})`)
    .insertInto('feed_item')
    .columns(['feed_id', 'item_id', 'article_id'])
    .expression((e) =>
      e
        .selectFrom('item')
        .innerJoin('article', 'article.url', 'item.url')
        .select((s) => [
          s.cast<number>('item.feed_id', 'integer').as('feed_id'),
          'item_id',
          'article.id',
        ]),
    )
}

type ItemRow = { feed_id: number; item_id: string; url: string }

async function freshItems(
  trx: Transaction,
  { feedId, articles }: FeedArticles,
): Promise<FreshItem[]> {
  const unique = new Map(articles.map((article) => [article.itemId, article]))
  if (unique.size === 0) return []
  const items = [...unique.keys()]
  const query = () =>
    trx
      .selectFrom('feed_item')
      .select('item_id')
      .where('feed_id', '=', feedId)
      .where('item_id', 'in', items)
  const { rows: known } = await runCompiled(trx, `known items ${items.length}`, query, [
    feedId,
    ...items,
  ])
  for (const row of known) unique.delete(row.item_id)
  return Array.from(unique.values(), (article) => ({ feedId, article })).reverse()
}

async function columnistsOf(
  trx: Transaction,
  items: readonly FreshItem[],
): Promise<Map<NewArticle, number | null>> {
  const found = new Map<NewArticle, number | null>()
  for (const { article } of items) {
    // Several names in one are no person.
    if (article.kind === 'column' && article.author && !/[,;&]/.test(article.author)) {
      found.set(article, await columnistOf(trx, article.author))
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
    date_precision: article.precision,
    place: article.place,
    first_seen_at: now.epochMilliseconds,
    standfirst: article.standfirst,
    summary: article.summary?.text ?? null,
    summary_origin: article.summary?.origin ?? null,
    page_state: 'waiting' as const,
    body: article.body,
  }
}

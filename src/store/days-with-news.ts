import { articleShape } from './news-shapes.ts'
import type { Database } from './tables.ts'

/** Articles of which news is looked for: of these feeds, or columns of these columnists; of all if null. */
export type NewsOf = { feeds: readonly number[] } | { columnists: readonly number[] } | null

/** So many articles are looked through for one that is meant. */
const mostLookedThrough = 20_000

/** Where an article is looked for: published before an instant, or from one on. */
export type Side = { before: Temporal.Instant } | { from: Temporal.Instant }

/**
 * When the article nearest to an instant was published, on one side of it, of those of which only the day
 * is known or of the others; null for none near enough.
 */
export async function nearestNews(
  db: Database,
  of: NewsOf,
  side: Side,
  isDayOnly: boolean,
): Promise<Temporal.Instant | null> {
  const near = db
    .selectFrom('article')
    .select(['feed_id', 'columnist_id', 'kind', 'published_at'])
    .where('duplicate_of', 'is', null)
    .where('arrival', 'is not', null)
    .where((e) =>
      e(e.fn.coalesce('date_precision', e.val('minute')), isDayOnly ? '=' : '<>', 'day'),
    )
    .$if('before' in side, (query) =>
      query
        .where('published_at', '<', 'before' in side ? side.before.epochMilliseconds : 0)
        .orderBy('published_at', 'desc'),
    )
    .$if('from' in side, (query) =>
      query
        .where('published_at', '>=', 'from' in side ? side.from.epochMilliseconds : 0)
        .orderBy('published_at'),
    )
    .limit(mostLookedThrough)
  let query = db
    .selectFrom(near.as('near'))
    .innerJoin('feed', 'feed.id', 'near.feed_id')
    .where('feed.removed_at', 'is', null)
    .select('near.published_at')
    .orderBy('near.published_at', 'before' in side ? 'desc' : 'asc')
    .limit(1)
  if (of && 'feeds' in of) query = query.where('near.feed_id', 'in', of.feeds)
  if (of && 'columnists' in of) {
    query = query.where('near.columnist_id', 'in', of.columnists).where('near.kind', '=', 'column')
  }
  const row = await query.executeTakeFirst()
  return articleShape.published_at.read(row?.published_at) ?? null
}

/** A columnist with the numbers of all names that were merged into this one. */
export type NamedColumnist = { id: number; name: string; ids: number[] }

const mostColumnists = 5000

/** The columnists, by the names that they bear. */
export async function namedColumnists(db: Database): Promise<NamedColumnist[]> {
  const rows = await db
    .selectFrom('columnist')
    .select(['id', 'name', 'merged_into'])
    .orderBy('id')
    .limit(mostColumnists)
    .execute()
  const others = Map.groupBy(rows, ({ merged_into }) => merged_into)
  return (others.get(null) ?? []).flatMap(({ id, name }) =>
    typeof name === 'string'
      ? { id, name, ids: [id, ...(others.get(id) ?? []).map((o) => o.id)] }
      : [],
  )
}

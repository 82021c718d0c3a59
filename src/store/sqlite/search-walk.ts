import { type RawBuilder, sql } from 'kysely'
import type { PublishedSpan } from '../../domain/search.ts'
import type { Database } from '../tables.ts'
import { rowAt } from './search-rows.ts'
import { index } from './search-schema.ts'

export type Hit = { row: number; articleId: number; publishedAt: number }

export const newestFirst = (a: Hit, b: Hit) =>
  b.publishedAt - a.publishedAt || b.articleId - a.articleId

/** Rows in [low, high]. */
export type Span = { low: number; high: number }

export type Walk = {
  /** In the order of their rows, the newest first. */
  hits: Hit[]
  span: Span
  /** The last row of the span that was not looked at. */
  below: number
  /** Whether there may be more: as many as were asked for were found, or enough when it took long. */
  isStopped: boolean
  /** Whether time was up before there were enough. */
  isLate: boolean
}

export type WalkOptions = PublishedSpan & {
  /** So many are wanted whatever it takes. */
  enough: number
  /** And up to so many as long as all takes less than `quickMs` of the processor: by the clock a busy machine would count less. */
  most: number
  quickMs: number
}

/** Of so many rows is the first look, some two weeks; those that follow are longer, as each costs. */
const firstSlice = 2 ** 20
/** It cannot be called back, so that one after a long one is not much longer. */
const growth = { afterShort: 16, afterLong: 4 }
const shortMs = 5
/** So many tell in how many rows the rest will be. */
const tellingHits = 8

/**
 * The newest articles that match, but for those of removed feeds. It looks at one span of time after the
 * other, so that it can end at the deadline (by the monotonic clock), and goes on where `before` stopped.
 */
export async function walkMatches(
  db: Database,
  expression: string | null,
  { enough, most, quickMs, ...published }: WalkOptions,
  deadline: number,
  before?: Walk,
): Promise<Walk> {
  const since = process.threadCpuUsage()
  let beforeMs = 0
  const span = before?.span ?? (await spanOf(db, published))
  const walk: Walk = {
    hits: [...(before?.hits ?? [])],
    span: span ?? { low: 0, high: 0 },
    below: before?.below ?? span?.high ?? 0,
    isStopped: false,
    isLate: false,
  }
  if (expression === null || !span) return walk
  const removed = await removedFeeds(db)
  const { hits } = walk
  for (let size = Math.max(firstSlice, span.high - walk.below); walk.below >= span.low; ) {
    const high = walk.below
    const low = Math.max(span.low, high - size)
    const limit = (hits.length < enough ? enough : most) - hits.length
    const room = high < span.high ? most - hits.length : 0
    const startMs = performance.now()
    const { rows, isAll } = await matchesIn(
      db,
      expression,
      { low, high },
      { limit, room, published },
    )
    const nowMs = performance.now()
    for (const { feed_id, ...hit } of rows) if (!removed.has(feed_id)) hits.push(hit)
    walk.below = (isAll ? low : (rows.at(-1)?.row ?? low)) - 1
    if (isAll) size *= nowMs - startMs < shortMs ? growth.afterShort : growth.afterLong
    const isEnough = hits.length >= enough
    const walked = span.high - walk.below
    // No longer than all before, as it is not called back.
    if (isEnough) size = Math.min(size, walked)
    else if (hits.length >= tellingHits) {
      const rest = enough - hits.length
      const likely = Math.ceil((walked / hits.length) * (rest + 2 * Math.sqrt(rest)))
      size = Math.min(size, Math.max(firstSlice, likely))
    }
    const takenMs = cpuMsSince(since)
    // The next look takes about as long as this one, or longer.
    const isQuick = 2 * takenMs - beforeMs <= quickMs
    beforeMs = takenMs
    if (hits.length === most || (isEnough && !isQuick)) {
      return { ...walk, isStopped: walk.below >= span.low }
    }
    if (nowMs > deadline && walk.below >= span.low) return { ...walk, isLate: true }
  }
  return walk
}

/** What this thread has taken of a processor, in milliseconds. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** A number of a row, as the driver passes it: FTS5 takes no bound that is not an integer. */
export const whole = (row: number) => sql`cast(${row} as integer)`

/**
 * The newest matches of a span, and whether they are all. FTS5 reads forwards in two thirds of the time: all of
 * a span are read so where they are less than `room`. A span with more is read backwards, up to `limit`.
 */
async function matchesIn(
  db: Database,
  expression: string,
  span: Span,
  { limit, room, published }: { limit: number; room: number; published: PublishedSpan },
) {
  const isMeant = condition(published)
  if (room > 0) {
    const rows = await rowsIn(db, sql`${expression}${isMeant}`, span, 'asc', room)
    if (rows.length < room) return { rows: rows.toReversed(), isAll: true }
  }
  const rows = await rowsIn(db, sql`${expression}${isMeant}`, span, 'desc', limit)
  return { rows, isAll: rows.length < limit }
}

async function rowsIn(
  db: Database,
  match: RawBuilder<unknown>,
  { low, high }: Span,
  order: 'asc' | 'desc',
  limit: number,
) {
  const { rows } = await sql<Hit & { feed_id: number }>`
    select place."row", place.article_id as "articleId", place.published_at as "publishedAt",
      place.feed_id
    from article_search_text as hit
      cross join article_search_row as place on place."row" = hit.rowid
    where hit.article_search_text match ${match} and hit.rowid between ${whole(low)} and ${whole(high)}
    order by hit.rowid ${sql.raw(order)} limit ${limit}`.execute(db)
  return rows
}

/** The rows in which all that was published in a span lies, dated or not. */
async function spanOf(db: Database, { dated, ...timed }: PublishedSpan): Promise<Span | null> {
  const spans = dated ? [timed, dated] : [timed]
  const bounds = (of: 'fromMs' | 'untilMs') => spans.flatMap((span) => span[of] ?? [])
  const fromMs = timed.fromMs === null ? null : Math.min(...bounds('fromMs'))
  const untilMs = timed.untilMs === null ? null : Math.max(...bounds('untilMs'))
  const rows = index(db).selectFrom('article_search_row')
  const first = await rows.select('row').orderBy('row').limit(1).executeTakeFirst()
  const last = await rows.select('row').orderBy('row', 'desc').limit(1).executeTakeFirst()
  if (!first || !last) return null
  const low = fromMs === null ? first.row : Math.max(first.row, rowAt(fromMs))
  const high = untilMs === null ? last.row : Math.min(last.row, rowAt(untilMs) - 1)
  return low > high ? null : { low, high }
}

const dayMs = 86_400_000

/** What of the rows is meant where days begin otherwise for what bears a day alone, as they do west of Greenwich. */
function condition({ dated, ...timed }: PublishedSpan): RawBuilder<unknown> {
  if (!dated || (dated.fromMs === timed.fromMs && dated.untilMs === timed.untilMs)) return sql``
  const within = ({ fromMs, untilMs }: Omit<PublishedSpan, 'dated'>) => sql`
    place.published_at >= ${fromMs ?? Number.MIN_SAFE_INTEGER}
    and place.published_at < ${untilMs ?? Number.MAX_SAFE_INTEGER}`
  return sql` and case when place.published_at % ${sql.lit(dayMs)} = 0 and exists (
      select 1 from article where article.id = place.article_id and date_precision = 'day')
    then ${within(dated)} else ${within(timed)} end`
}

async function removedFeeds(db: Database): Promise<Set<number>> {
  const rows = await db
    .selectFrom('feed')
    .select('id')
    .where('removed_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whether anything matches. */
export async function hasMatches(
  db: Database,
  expression: string | null,
  span: PublishedSpan,
  deadline: number,
): Promise<boolean> {
  const { hits } = await walkMatches(
    db,
    expression,
    { ...span, enough: 1, most: 1, quickMs: 0 },
    deadline,
  )
  return hits.length > 0
}

/**
 * About how many articles match, by how soon the newest of them were found: articles get their numbers
 * about in the order in which they are published.
 */
export async function countAbout(
  db: Database,
  hits: readonly Hit[],
  { low, high }: Span,
): Promise<number> {
  const ids = hits.slice(-100).map(({ articleId }) => articleId)
  const end = ids.toSorted((a, b) => a - b)[Math.floor(ids.length / 2)] ?? 0
  const [newest, oldest] = [await idNear(db, high, 'desc'), await idNear(db, low, 'asc')]
  const share = (newest - end) / Math.max(1, newest - oldest)
  const about = (hits.length - ids.length / 2) / Math.min(1, Math.max(share, 1e-9))
  return Math.round(Math.min(Math.max(about, hits.length), Math.abs(newest - oldest) + 1))
}

async function idNear(db: Database, row: number, order: 'asc' | 'desc'): Promise<number> {
  const found = await index(db)
    .selectFrom('article_search_row')
    .select('article_id')
    .where('row', order === 'asc' ? '>=' : '<=', row)
    .orderBy('row', order)
    .limit(1)
    .executeTakeFirst()
  return found?.article_id ?? 0
}

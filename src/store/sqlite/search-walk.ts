import { type RawBuilder, sql } from 'kysely'
import type { PublishedSpan } from '../../domain/search.ts'
import type { Database } from '../tables.ts'
import { indexedThrough } from './search-index.ts'
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
  /** So many are wanted whatever it takes; more, up to `most`, while that is quick. */
  enough: number
  most: number
}

/** Of so many rows is the first look, some two weeks; those that follow are longer, as each costs. */
const firstSlice = 2 ** 20
/** It cannot be called back, so that one after a long one is not much longer. */
const growth = { afterShort: 16, afterLong: 4 }
const shortMs = 5
/** So many tell in how many rows the rest will be. */
const tellingHits = 8
/** More than enough are looked for so long, in the time of the processor: by the clock a busy machine would count less. */
const quickMs = 10

/**
 * The newest articles that match, but for those of removed feeds. It looks at one span of time after the
 * other, so that it can end at the deadline (by the monotonic clock), and goes on where `before` stopped.
 */
export async function walkMatches(
  db: Database,
  expression: string | null,
  { enough, most, ...published }: WalkOptions,
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
  const match = sql`${expression}${await condition(db, published)}`
  const { hits } = walk
  for (let size = Math.max(firstSlice, span.high - walk.below); walk.below >= span.low; ) {
    const high = walk.below
    const low = Math.max(span.low, high - size)
    const limit = (hits.length < enough ? enough : most) - hits.length
    // Forwards FTS5 passes over all rows below the span, backwards over all above it, and that more slowly.
    const isForwards = high < span.high && low - span.low < high - low + 3 * (span.high - high)
    const room = isForwards ? most - hits.length : 0
    const startMs = performance.now()
    const { rows, isAll } = await matchesIn(db, match, { low, high }, { limit, room })
    const nowMs = performance.now()
    hits.push(...rows)
    walk.below = (isAll ? low : (rows.at(-1)?.row ?? low)) - 1
    if (isAll) size *= nowMs - startMs < shortMs ? growth.afterShort : growth.afterLong
    const isEnough = hits.length >= enough
    const walked = span.high - walk.below
    // A look cannot be stopped: one for more than enough is no longer than all looks before it.
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
  match: RawBuilder<unknown>,
  span: Span,
  { limit, room }: { limit: number; room: number },
) {
  if (room > 0) {
    const rows = await rowsIn(db, match, span, 'asc', room)
    if (rows.length < room) return { rows: rows.toReversed(), isAll: true }
  }
  const rows = await rowsIn(db, match, span, 'desc', limit)
  return { rows, isAll: rows.length < limit }
}

async function rowsIn(
  db: Database,
  match: RawBuilder<unknown>,
  { low, high }: Span,
  order: 'asc' | 'desc',
  limit: number,
) {
  const { rows } = await sql<Hit>`
    select place."row", place.article_id as "articleId", place.published_at as "publishedAt"
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

/**
 * What of the rows is meant: nothing of removed feeds, and the days that are asked for where days begin
 * otherwise for what bears a day alone, as they do west of Greenwich.
 */
async function condition(
  db: Database,
  { dated, ...timed }: PublishedSpan,
): Promise<RawBuilder<unknown>> {
  const removed = await removedFeeds(db)
  const isVisible =
    removed.length === 0 ? sql`` : sql` and place.feed_id not in (${sql.join(removed)})`
  if (!dated || (dated.fromMs === timed.fromMs && dated.untilMs === timed.untilMs)) return isVisible
  const within = ({ fromMs, untilMs }: Omit<PublishedSpan, 'dated'>) => sql`
    place.published_at >= ${fromMs ?? Number.MIN_SAFE_INTEGER}
    and place.published_at < ${untilMs ?? Number.MAX_SAFE_INTEGER}`
  return sql`${isVisible} and case when place.published_at % ${sql.lit(dayMs)} = 0 and exists (
      select 1 from article where article.id = place.article_id and date_precision = 'day')
    then ${within(dated)} else ${within(timed)} end`
}

async function removedFeeds(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('feed')
    .select('id')
    .where('removed_at', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** About how many articles match: as large a share of all as of those that stand beside the hits. */
export async function countAbout(
  db: Database,
  hits: readonly Hit[],
  { low, high }: Span,
): Promise<number> {
  const last = hits.at(-1)?.row ?? high
  const [all, looked] = [
    await countRows(db, { low, high }),
    await countRows(db, { low: last, high }),
  ]
  return Math.round((hits.length * Math.max(all, looked)) / looked)
}

/** So many are counted one by one; more are told by how close so many lie at so many places. */
const mostCounted = 2000
const places = 32
const perPlace = 64

/** About how many articles lie in a span, but at least one. */
async function countRows(db: Database, { low, high }: Span): Promise<number> {
  const rowsFrom = (row: RawBuilder<unknown>, limit: number) => sql`
    from (select "row" from article_search_row where "row" between ${row} and ${high} order by "row"
      limit ${sql.lit(limit)})`
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count ${rowsFrom(sql`${low}`, mostCounted)}`.execute(db)
  const count = counted[0]?.count ?? 0
  if (count < mostCounted) return Math.max(1, count)
  const apart = (high - low + 1) / places
  const starts = Array.from({ length: places }, (_, i) => Math.floor(low + i * apart))
  const near = rowsFrom(sql`start`, perPlace)
  const { rows } = await sql<{ start: number; count: number; last: number }>`
    select start, (select count(*) ${near}) as count, (select max("row") ${near}) as last
    from (select value as start from json_each(${JSON.stringify(starts)}))`.execute(db)
  const about = rows.reduce((sum, { start, count, last }) => {
    const end = count < perPlace ? high : last
    return sum + (apart * count) / (end - start + 1)
  }, 0)
  return Math.round(Math.max(mostCounted, Math.min(about, await indexedThrough(db))))
}

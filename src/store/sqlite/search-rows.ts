import { sql } from 'kysely'
import type { Database, Transaction } from '../tables.ts'
import { index } from './search-schema.ts'

// FTS5 gives rows in the order of their numbers: with numbers that follow publication the newest come
// first, and days are spans of them. They lie close, as the gaps between them are what an index is made of.

/** The rows of a minute; what does not fit takes the next free ones. */
const perMinute = 64
const minuteMs = 60_000

/** The first row of the minute of an instant; what was before 1970 counts as of then. */
export function rowAt(ms: number): number {
  return Math.floor(Math.max(0, ms) / minuteMs) * perMinute
}

/** Free rows for articles published at these instants, in their order. */
export async function freeRows(trx: Transaction, published: readonly number[]): Promise<number[]> {
  const starts = published.map(rowAt)
  const { rows } = await sql<{ start: number; last: number | null }>`
    select value as start,
      (select max("row") from article_search_row
        where "row" between value and value + ${perMinute - 1}) as last
    from json_each(${JSON.stringify([...new Set(starts)])})`.execute(trx)
  const next = new Map(rows.map(({ start, last }) => [start, (last ?? start - 1) + 1]))
  const taken = new Set<number>()
  const free: number[] = []
  for (const start of starts) {
    let row = next.get(start) ?? start
    if (row >= start + perMinute || taken.has(row)) row = await freeFrom(trx, row, taken)
    taken.add(row)
    next.set(start, row + 1)
    free.push(row)
  }
  return free
}

async function freeFrom(db: Database, from: number, taken: ReadonlySet<number>): Promise<number> {
  for (let row = from; ; row++) {
    if (taken.has(row)) continue
    const there = await index(db)
      .selectFrom('article_search_row')
      .select('row')
      .where('row', '=', row)
      .executeTakeFirst()
    if (!there) return row
    row = (await endOfRun(db, row)) - 1
  }
}

/** The first free row behind a taken one. */
async function endOfRun(db: Database, from: number): Promise<number> {
  const { rows } = await sql<{ free: number }>`
    select this."row" + 1 as free from article_search_row as this
      left join article_search_row as next on next."row" = this."row" + 1
      where this."row" >= ${from} and next."row" is null order by this."row" limit 1`.execute(db)
  return rows[0]?.free ?? from + 1
}

import { sql } from 'kysely'
import { runCompiled } from './compiled.ts'
import { dialect } from './dialect.ts'
import { articleShape } from './news-shapes.ts'
import type { Database, Transaction } from './tables.ts'

// Articles get their ids before their transactions end, and these may end in another order: whoever
// has read up to an id can miss a lower one that was not there yet. So each article gets a number
// once it can be seen by all. It is shown in no digest before.

/** Few enough that others may write in between. */
const batch = 500

/**
 * Numbers the articles that have arrived since the last call. Of two processes that do so at once one
 * fails, as no number is there twice; what it did not number is numbered with the next call.
 */
export async function numberArrivals(db: Database): Promise<void> {
  for (;;) {
    const numbered = await db.transaction().execute(numberSome)
    if (numbered < batch) return
  }
}

async function numberSome(trx: Transaction): Promise<number> {
  // No number is given twice, not even that of an article that is gone.
  const newest = Math.max(await newestArrival(trx), await dialect.search.newestIndexed(trx))
  const { numUpdatedRows } = await trx
    .with('waiting', (cte) =>
      cte
        .selectFrom('article')
        .where('arrival', 'is', null)
        .select(['id', sql<number>`row_number() over (order by id)`.as('place')])
        .orderBy('id')
        .limit(batch),
    )
    .updateTable('article')
    .from('waiting')
    .set((e) => ({ arrival: e('waiting.place', '+', newest) }))
    .whereRef('article.id', '=', 'waiting.id')
    // Another process may have numbered it just now. Not `is null`: SQLite would look up all of those
    // by the index, for each of them.
    .where((e) => e(e.fn.coalesce('article.arrival', e.lit(-1)), '=', -1))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** When an arrival was first seen; null where it is gone. */
export async function arrivedAt(db: Database, arrival: number): Promise<Temporal.Instant | null> {
  const { rows } = await runCompiled(
    db,
    'arrived at',
    () =>
      db
        .selectFrom('article')
        .select('first_seen_at')
        .where('arrival', '<=', arrival)
        .orderBy('arrival', 'desc')
        .limit(1),
    [arrival, 1],
  )
  const [row] = rows
  return (row && articleShape.first_seen_at.read(row.first_seen_at)) ?? null
}

/** The number of the article that arrived last; 0 when there is none. */
export async function newestArrival(db: Database): Promise<number> {
  const { newest } = await db
    .selectFrom('article')
    .select((e) => e.fn.max('arrival').as('newest'))
    // There are no more arrivals than ids: what is higher is none.
    .where((e) =>
      e(
        'arrival',
        '<=',
        e.selectFrom('article as other').select((s) => s.fn.max('other.id').as('id')),
      ),
    )
    .executeTakeFirstOrThrow()
  return Math.trunc(newest ?? 0)
}

import { letOthersWork } from '../lib/let-others-work.ts'
import type { Database, Transaction } from './tables.ts'

/** Rows that are deleted in some ten milliseconds. */
const mostEditions = 200

/**
 * Forgets what editions say once none of their deliveries is on its way, and which articles stand in
 * them; this is kept where a delivery ended before it was sent whole, as its chat has got some of them. Not to be called while editions are composed that no delivery has yet. Returns the number of
 * editions that it forgot.
 */
export async function forgetSentEditions(db: Database): Promise<number> {
  let forgotten = 0
  for (let after = 0; ; ) {
    const next = await db.transaction().execute((trx) => forgetSome(trx, after))
    if (next.last === null) return forgotten
    forgotten += next.forgotten
    after = next.last
    // Others are served in between.
    await letOthersWork()
  }
}

async function forgetSome(
  trx: Transaction,
  after: number,
): Promise<{ forgotten: number; last: number | null }> {
  const rows = await trx
    .selectFrom('edition_part')
    .where('seq', '=', 0)
    .where('edition_id', '>', after)
    .select('edition_id as id')
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.edition_id', '=', 'edition_part.edition_id')
            .where('delivery.state', '=', 'planned'),
        )
        .as('is_awaited'),
    )
    .orderBy('edition_id')
    .limit(mostEditions)
    .execute()
  const ids = rows.filter(({ is_awaited }) => !is_awaited).map(({ id }) => id)
  if (ids.length > 0) {
    await trx.deleteFrom('edition_part').where('edition_id', 'in', ids).execute()
    await forgetArticles(trx, ids)
  }
  return { forgotten: ids.length, last: rows.at(-1)?.id ?? null }
}

async function forgetArticles(trx: Transaction, ids: readonly number[]): Promise<void> {
  const notWhole = await trx
    .selectFrom('delivery')
    .select('edition_id')
    .distinct()
    .where('edition_id', 'in', ids)
    .where('state', '<>', 'sent')
    .execute()
  const kept = new Set(notWhole.map(({ edition_id }) => edition_id))
  const whole = ids.filter((id) => !kept.has(id))
  if (whole.length === 0) return
  await trx.deleteFrom('edition_list').where('edition_id', 'in', whole).execute()
}

import type { ExpressionBuilder } from 'kysely'
import type { Database, DeliveryState, Tables, Transaction } from './tables.ts'

/** Rows that are deleted in some ten milliseconds. */
const mostEditions = 200

/**
 * Forgets what editions say once nothing is on its way that says it, and which articles stand in
 * them: but for those of which a delivery ended before it was sent whole, whose chat has got some of
 * them. Not to be called while editions are composed that no delivery has yet. Returns the number of
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
    await new Promise(setImmediate)
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
    .select((e) => [
      hasDelivery(e, ['planned']).as('is_awaited'),
      hasDelivery(e, ['failed', 'skipped']).as('is_partial'),
    ])
    .orderBy('edition_id')
    .limit(mostEditions)
    .execute()
  const done = rows.filter(({ is_awaited }) => !is_awaited)
  const ids = done.map(({ id }) => id)
  if (ids.length > 0) {
    await trx.deleteFrom('edition_part').where('edition_id', 'in', ids).execute()
  }
  const whole = done.filter(({ is_partial }) => !is_partial).map(({ id }) => id)
  if (whole.length > 0) {
    await trx.deleteFrom('edition_article').where('edition_id', 'in', whole).execute()
  }
  return { forgotten: ids.length, last: rows.at(-1)?.id ?? null }
}

function hasDelivery(e: ExpressionBuilder<Tables, 'edition_part'>, states: DeliveryState[]) {
  return e.exists(
    e
      .selectFrom('delivery')
      .select('delivery.id')
      .whereRef('delivery.edition_id', '=', 'edition_part.edition_id')
      .where('delivery.state', 'in', states),
  )
}

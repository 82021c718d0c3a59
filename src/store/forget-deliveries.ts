import { forgetBrought } from './brought.ts'
import type { Database, Transaction } from './tables.ts'

/** Rows that are deleted in some ten milliseconds. */
const mostAtOnce = 1000

/**
 * Deletes what became of slots that were planned before an instant, their editions, and what came otherwise: the oldest
 * 1,000 of each, so that it is to be called again and again. What is on its way stays.
 * Returns the number of deliveries deleted.
 */
export function forgetDeliveries(db: Database, before: Temporal.Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Numbers grow with time: the oldest are found without an index by time.
    const oldest = await trx
      .selectFrom('delivery')
      .select(['id', 'state', 'created_at'])
      .orderBy('id')
      .limit(mostAtOnce)
      .execute()
    const ended = oldest.filter(
      ({ state, created_at }) => state !== 'planned' && created_at < before.epochMilliseconds,
    )
    const ids = ended.map(({ id }) => id)
    if (ids.length > 0) await trx.deleteFrom('delivery').where('id', 'in', ids).execute()
    await forgetBrought(trx, before)
    await forgetEditions(trx, before)
    return ids.length
  })
}

/** Those of which no delivery is left, with what is left of what they say and hold. */
async function forgetEditions(trx: Transaction, before: Temporal.Instant): Promise<void> {
  const oldest = await trx
    .selectFrom('edition')
    .select(['id', 'created_at'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.edition_id', '=', 'edition.id'),
        )
        .as('is_kept'),
    )
    .orderBy('id')
    .limit(mostAtOnce)
    .execute()
  const ids = oldest
    .filter(({ created_at, is_kept }) => !is_kept && created_at < before.epochMilliseconds)
    .map(({ id }) => id)
  if (ids.length > 0) await trx.deleteFrom('edition').where('id', 'in', ids).execute()
}

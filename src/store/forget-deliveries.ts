import type { Database, Transaction } from './tables.ts'

/** Numbers of rows that are deleted in some ten milliseconds. */
const mostDeliveries = 1000
const mostEditions = 100

/**
 * Deletes what became of slots that were planned before an instant, and the words of the editions of
 * that time: the oldest 1,000, so that it is to be called again and again. What is on its way stays.
 * Returns the number of deliveries deleted.
 */
export function forgetDeliveries(db: Database, before: Temporal.Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Numbers grow with time: the oldest are found without an index by time.
    const oldest = await trx
      .selectFrom('delivery')
      .select(['id', 'state', 'created_at'])
      .orderBy('id')
      .limit(mostDeliveries)
      .execute()
    const ended = oldest.filter(
      ({ state, created_at }) => state !== 'planned' && created_at < before.epochMilliseconds,
    )
    const ids = ended.map(({ id }) => id)
    if (ids.length > 0) await trx.deleteFrom('delivery').where('id', 'in', ids).execute()
    await forgetWords(trx, before)
    return ids.length
  })
}

async function forgetWords(trx: Transaction, before: Temporal.Instant): Promise<void> {
  const awaited = trx
    .selectFrom('delivery')
    .select('edition_id')
    .where('state', '=', 'planned')
    .where('edition_id', 'is not', null)
    .$narrowType<{ edition_id: number }>()
  const oldest = await trx
    .selectFrom('edition_part as part')
    .innerJoin('edition', 'edition.id', 'part.edition_id')
    .select(['part.edition_id as id', 'edition.created_at'])
    .where('part.seq', '=', 0)
    .where('part.edition_id', 'not in', awaited)
    .orderBy('part.edition_id')
    .limit(mostEditions)
    .execute()
  const ids = oldest
    .filter(({ created_at }) => created_at < before.epochMilliseconds)
    .map(({ id }) => id)
  if (ids.length === 0) return
  await trx.deleteFrom('edition_part').where('edition_id', 'in', ids).execute()
  await trx.deleteFrom('edition_article').where('edition_id', 'in', ids).execute()
}

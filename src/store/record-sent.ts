import { runCompiled } from './compiled.ts'
import { dialect } from './dialect.ts'
import { coverHour } from './hour-papers.ts'
import type { PartKey } from './outbox.ts'
import type { Database, Transaction } from './tables.ts'

/** A part that Telegram took, with the number that it gave it. */
export type SentPart = PartKey & { messageId: number; at: Temporal.Instant }

/**
 * Records what Telegram took, all or nothing, so that a power failure does not take it back. The next
 * part of each delivery takes its place; the last one ends the delivery and covers its news. Answers
 * whether each delivery goes on.
 */
export async function recordSent(db: Database, parts: readonly SentPart[]): Promise<boolean[]> {
  return dialect.durably(db, async (trx) => {
    const goesOn: boolean[] = []
    for (const part of parts) {
      await markSent(trx, part)
      const next = await planNext(trx, part)
      if (!next) await endDelivery(trx, part.deliveryId)
      goesOn.push(next)
    }
    return goesOn
  })
}

function markSent(trx: Transaction, { deliveryId, seq, messageId, at }: SentPart) {
  return runCompiled(
    trx,
    'mark part sent',
    () =>
      trx
        .updateTable('delivery_part')
        .set({ state: 'sent', message_id: 0, sent_at: 0, lease_until: null })
        .where('delivery_id', '=', 0)
        .where('seq', '=', 0),
    ['sent', messageId, at.epochMilliseconds, null, deliveryId, seq],
  )
}

// It keeps its planned time, so that a digest that was begun is ended before the next one begins.
async function planNext(trx: Transaction, { deliveryId, seq }: PartKey): Promise<boolean> {
  const { rows } = await runCompiled(
    trx,
    'plan next part',
    () =>
      trx
        .updateTable('delivery_part')
        .set({ state: 'planned' })
        .where('delivery_id', '=', 0)
        .where('seq', '=', 0)
        .where('state', '=', 'waiting')
        .returning('seq'),
    ['planned', deliveryId, seq + 1, 'waiting'],
  )
  return rows.length > 0
}

async function endDelivery(trx: Transaction, deliveryId: number): Promise<void> {
  // It may have ended while its part was in flight: then the rest of it is not delivered.
  const {
    rows: [done],
  } = await runCompiled(
    trx,
    'end delivery',
    () =>
      trx
        .updateTable('delivery')
        .set({ state: 'sent' })
        .where('id', '=', 0)
        .where('state', '=', 'planned')
        .returning(['subscription_id', 'edition_id', 'hour']),
    ['sent', deliveryId, 'planned'],
  )
  if (!done || done.edition_id === null) return
  if (done.hour !== null) return coverOwnHour(trx, done.subscription_id, done.hour, done.edition_id)
  // Never backwards: `/start` may have covered more meanwhile.
  await runCompiled(
    trx,
    'cover edition',
    () =>
      trx
        .updateTable('subscription')
        .set((e) => ({
          covered_through: e
            .selectFrom('edition')
            .select('covers_through')
            .where('edition.id', '=', 0),
        }))
        .where('subscription.id', '=', 0)
        .where((e) =>
          e.or([
            e('covered_through', 'is', null),
            e(
              'covered_through',
              '<',
              e.selectFrom('edition').select('covers_through').where('edition.id', '=', 0),
            ),
          ]),
        ),
    [done.edition_id, done.subscription_id, done.edition_id],
  )
}

async function coverOwnHour(
  trx: Transaction,
  subscriptionId: number,
  hour: string,
  editionId: number,
): Promise<void> {
  const edition = await trx
    .selectFrom('edition')
    .select('covers_through')
    .where('id', '=', editionId)
    .executeTakeFirst()
  if (edition) await coverHour(trx, [subscriptionId], hour, edition.covers_through)
}

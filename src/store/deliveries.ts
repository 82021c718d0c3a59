import { encodeReason, type Reason } from '../domain/reason.ts'
import { slices } from './slices.ts'
import type { Database, Transaction } from './tables.ts'

/** Gives up on a delivery, with the reason for the admins; its parts are sent no more. */
export async function recordDeliveryFailed(
  db: Database,
  deliveryId: number,
  reason: Reason,
): Promise<void> {
  await db.transaction().execute((trx) => endDeliveries(trx, [deliveryId], 'failed', reason))
}

/** Ends what is on its way to a subscription, if anything is. */
export async function endOpenDelivery(
  trx: Transaction,
  subscriptionId: number,
  state: 'failed' | 'skipped',
  reason: Reason,
): Promise<void> {
  const open = await trx
    .selectFrom('delivery')
    .select('id')
    .where('subscription_id', '=', subscriptionId)
    .where('state', '=', 'planned')
    .execute()
  const ids = open.map(({ id }) => id)
  await endDeliveries(trx, ids, state, reason)
}

/** Ends deliveries that are on their way; what was not sent of them is dropped. */
export async function endDeliveries(
  trx: Transaction,
  ids: readonly number[],
  state: 'failed' | 'skipped',
  reason: Reason,
): Promise<void> {
  for (const some of slices(ids)) {
    await trx
      .updateTable('delivery')
      .set({ state, reason: encodeReason(reason) })
      .where('id', 'in', some)
      .execute()
    await trx
      .updateTable('delivery_part')
      .set({ state: 'dropped' })
      .where('delivery_id', 'in', some)
      .where('state', '<>', 'sent')
      .execute()
  }
}

/** Few enough that others may write in between. */
const mostAtOnce = 1000

/**
 * Lets go of digests of slots up to an instant of which nothing was sent and nothing is under way:
 * what they held comes with the next. Returns their number.
 */
export async function mergeStaleDeliveries(
  db: Database,
  slotsUntil: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> {
  for (let merged = 0; ; ) {
    const some = await mergeSome(db, slotsUntil, now)
    merged += some
    if (some < mostAtOnce) return merged
  }
}

function mergeSome(
  db: Database,
  slotsUntil: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const stale = await trx
      .selectFrom('delivery')
      .select('id')
      .where('state', '=', 'planned')
      .where('slot_at', '<=', slotsUntil.epochMilliseconds)
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('delivery_part as part')
              .select('part.seq')
              .whereRef('part.delivery_id', '=', 'delivery.id')
              .where((p) =>
                p.or([
                  p('part.state', '=', 'sent'),
                  p('part.lease_until', '>', now.epochMilliseconds),
                ]),
              ),
          ),
        ),
      )
      .limit(mostAtOnce)
      .execute()
    const ids = stale.map(({ id }) => id)
    await endDeliveries(trx, ids, 'skipped', { code: 'merged-into-next' })
    return ids.length
  })
}

/**
 * Gives up on digests of slots up to an instant of which no part can ever be sent, since what tells so
 * is lost: they would hold up all that come after. Returns their numbers.
 */
export async function endStuckDeliveries(
  trx: Transaction,
  slotsUntil: Temporal.Instant,
): Promise<number[]> {
  const stuck = await trx
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'planned')
    .where('slot_at', '<=', slotsUntil.epochMilliseconds)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('delivery_part as part')
            .innerJoin('edition_part as content', 'content.seq', 'part.seq')
            .select('part.seq')
            .whereRef('part.delivery_id', '=', 'delivery.id')
            .whereRef('content.edition_id', '=', 'delivery.edition_id')
            .where('part.state', '=', 'planned'),
        ),
      ),
    )
    .limit(mostAtOnce)
    .execute()
  const ids = stuck.map(({ id }) => id)
  await endDeliveries(trx, ids, 'failed', { code: 'nothing-sendable' })
  return ids
}

import type { PlannedPart } from '../domain/delivery.ts'
import type { SkipReason } from '../domain/schedule-due.ts'
import type { Database } from './tables.ts'

/**
 * The parts to send now: of each delivery the first unsent one, so that a digest arrives in order.
 * A delivery whose first unsent part waits for another attempt waits as a whole.
 */
export async function partsToSend(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<PlannedPart[]> {
  const rows = await db
    .selectFrom('delivery_part as part')
    .innerJoin('delivery', 'delivery.id', 'part.delivery_id')
    .innerJoin('subscription', 'subscription.id', 'delivery.subscription_id')
    .innerJoin('edition_part as content', (join) =>
      join
        .onRef('content.edition_id', '=', 'delivery.edition_id')
        .onRef('content.seq', '=', 'part.seq'),
    )
    .where('part.state', '=', 'planned')
    .where('delivery.state', '=', 'planned')
    .where('part.next_attempt_at', '<=', now.epochMilliseconds)
    .select(['part.delivery_id', 'part.seq', 'part.attempts', 'content.html', 'content.button'])
    .select(['subscription.chat_id', 'subscription.thread_id'])
    .select(['subscription.silence', 'subscription.zone'])
    .orderBy('part.next_attempt_at')
    .orderBy('part.delivery_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    seq: row.seq,
    html: row.html,
    more: row.button,
    attempts: row.attempts,
    chatId: row.chat_id,
    threadId: row.thread_id,
    silence: row.silence,
    zone: row.zone,
  }))
}

/** Records that Telegram took a part; the last one ends the delivery and covers its news. */
export async function recordPartSent(
  db: Database,
  part: Pick<PlannedPart, 'deliveryId' | 'seq'>,
  sent: { messageId: number; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ofDelivery = trx.updateTable('delivery_part').where('delivery_id', '=', part.deliveryId)
    await ofDelivery
      .set({ state: 'sent', message_id: sent.messageId, sent_at: sent.at.epochMilliseconds })
      .where('seq', '=', part.seq)
      .execute()
    const next = await ofDelivery
      .set({ state: 'planned', next_attempt_at: sent.at.epochMilliseconds })
      .where('seq', '=', part.seq + 1)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (next.numUpdatedRows === 0n) await recordDelivered(trx, part.deliveryId)
  })
}

async function recordDelivered(trx: Database, deliveryId: number): Promise<void> {
  // It may have ended while its part was in flight: then the rest of it is not delivered.
  const done = await trx
    .updateTable('delivery')
    .set({ state: 'sent' })
    .where('id', '=', deliveryId)
    .where('state', '=', 'planned')
    .returning(['subscription_id', 'edition_id'])
    .executeTakeFirst()
  if (!done || done.edition_id === null) return
  const { covers_through } = await trx
    .selectFrom('edition')
    .select('covers_through')
    .where('id', '=', done.edition_id)
    .executeTakeFirstOrThrow()
  // Never backwards: `/start` may have covered more meanwhile.
  await trx
    .updateTable('subscription')
    .set({ covered_through: covers_through })
    .where('id', '=', done.subscription_id)
    .where((e) =>
      e.or([e('covered_through', 'is', null), e('covered_through', '<', covers_through)]),
    )
    .execute()
}

/** Puts a part off until its next attempt. */
export async function recordPartDelayed(
  db: Database,
  part: Pick<PlannedPart, 'deliveryId' | 'seq' | 'attempts'>,
  nextAttemptAt: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('delivery_part')
    .set({ attempts: part.attempts + 1, next_attempt_at: nextAttemptAt.epochMilliseconds })
    .where('delivery_id', '=', part.deliveryId)
    .where('seq', '=', part.seq)
    .execute()
}

/** Gives up on a delivery, with the reason for the admins; its parts are sent no more. */
export async function recordDeliveryFailed(
  db: Database,
  deliveryId: number,
  reason: string,
): Promise<void> {
  await db.transaction().execute((trx) => endDeliveries(trx, [deliveryId], 'failed', reason))
}

/** Ends what is on its way to a subscription, if anything is. */
export async function endOpenDelivery(
  trx: Database,
  subscriptionId: number,
  state: 'failed' | 'skipped',
  reason: string,
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
  trx: Database,
  ids: readonly number[],
  state: 'failed' | 'skipped',
  reason: string,
): Promise<void> {
  for (let i = 0; i < ids.length; i += 1000) {
    const some = ids.slice(i, i + 1000)
    await trx.updateTable('delivery').set({ state, reason }).where('id', 'in', some).execute()
    await trx
      .updateTable('delivery_part')
      .set({ state: 'dropped' })
      .where('delivery_id', 'in', some)
      .where('state', '<>', 'sent')
      .execute()
  }
}

/**
 * Lets go of digests of slots up to an instant of which nothing was sent and nothing is under way:
 * what they held comes with the next.
 */
export async function mergeStaleDeliveries(
  db: Database,
  slotsUntil: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> {
  const reason: SkipReason = 'merged into the next digest'
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
      .execute()
    const ids = stale.map(({ id }) => id)
    await endDeliveries(trx, ids, 'skipped', reason)
    return ids.length
  })
}

import type { MessagePart, PlannedPart } from '../domain/delivery.ts'
import type { Slot } from '../domain/slot.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Database } from './tables.ts'

export type Plan = {
  subscription: Pick<Subscription, 'id'>
  slot: Slot
  /** What was first seen before this instant is covered once all parts are sent. */
  coversUntil: Temporal.Instant
  parts: MessagePart[]
  /** The subscription's slot after this one. */
  nextSlotAt: Temporal.Instant
}

/**
 * Plans a delivery and its parts and moves the subscription to its next slot, all or nothing. Gives
 * false, and plans nothing, when the slot was planned before. Without parts the slot is recorded as
 * skipped.
 */
export async function planDelivery(
  db: Database,
  plan: Plan,
  now: Temporal.Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('subscription')
      .set({ next_slot_at: plan.nextSlotAt.epochMilliseconds })
      .where('id', '=', plan.subscription.id)
      .execute()
    const empty = plan.parts.length === 0
    const delivery = await trx
      .insertInto('delivery')
      .values({
        subscription_id: plan.subscription.id,
        slot: plan.slot.name,
        covers_until: plan.coversUntil.epochMilliseconds,
        state: empty ? 'skipped' : 'planned',
        reason: empty ? 'nothing new' : null,
        created_at: now.epochMilliseconds,
      })
      .onConflict((c) => c.columns(['subscription_id', 'slot']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!delivery) return false
    if (empty) return true
    await trx
      .insertInto('delivery_part')
      .values(
        plan.parts.map((part, seq) => ({
          delivery_id: delivery.id,
          seq,
          html: part.html,
          button: part.more,
          state: 'planned' as const,
          next_attempt_at: now.epochMilliseconds,
          message_id: null,
          sent_at: null,
        })),
      )
      .execute()
    return true
  })
}

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
    .where('part.state', '=', 'planned')
    .where('delivery.state', '=', 'planned')
    .where('part.next_attempt_at', '<=', now.epochMilliseconds)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('delivery_part as earlier')
            .select('earlier.seq')
            .whereRef('earlier.delivery_id', '=', 'part.delivery_id')
            .whereRef('earlier.seq', '<', 'part.seq')
            .where('earlier.state', '=', 'planned'),
        ),
      ),
    )
    .select([
      'part.delivery_id',
      'part.seq',
      'part.html',
      'part.button',
      'part.attempts',
      'subscription.chat_id',
    ])
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
  }))
}

/** Records that Telegram took a part; the last one ends the delivery and covers its news. */
export async function recordPartSent(
  db: Database,
  part: Pick<PlannedPart, 'deliveryId' | 'seq'>,
  sent: { messageId: number; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('delivery_part')
      .set({ state: 'sent', message_id: sent.messageId, sent_at: sent.at.epochMilliseconds })
      .where('delivery_id', '=', part.deliveryId)
      .where('seq', '=', part.seq)
      .execute()
    const open = await trx
      .selectFrom('delivery_part')
      .select('seq')
      .where('delivery_id', '=', part.deliveryId)
      .where('state', '=', 'planned')
      .executeTakeFirst()
    if (open) return
    const done = await trx
      .updateTable('delivery')
      .set({ state: 'sent' })
      .where('id', '=', part.deliveryId)
      .returning(['subscription_id', 'covers_until'])
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('subscription')
      .set({ covered_until: done.covers_until })
      .where('id', '=', done.subscription_id)
      .execute()
  })
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
  await db
    .updateTable('delivery')
    .set({ state: 'failed', reason })
    .where('id', '=', deliveryId)
    .execute()
}

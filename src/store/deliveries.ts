import type { PlannedPart } from '../domain/delivery.ts'
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
      .executeTakeFirst()
    if (next.numUpdatedRows === 0n) await recordDelivered(trx, part.deliveryId)
  })
}

async function recordDelivered(trx: Database, deliveryId: number): Promise<void> {
  const { subscription_id, edition_id } = await trx
    .updateTable('delivery')
    .set({ state: 'sent' })
    .where('id', '=', deliveryId)
    .returning(['subscription_id', 'edition_id'])
    .executeTakeFirstOrThrow()
  if (edition_id === null) return
  const { covers_through } = await trx
    .selectFrom('edition')
    .select('covers_through')
    .where('id', '=', edition_id)
    .executeTakeFirstOrThrow()
  // Never backwards: `/start` may have covered more meanwhile.
  await trx
    .updateTable('subscription')
    .set({ covered_through: covers_through })
    .where('id', '=', subscription_id)
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
  await db
    .updateTable('delivery')
    .set({ state: 'failed', reason })
    .where('id', '=', deliveryId)
    .execute()
}

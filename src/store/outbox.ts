import type { PlannedPart } from '../domain/delivery.ts'
import { fallbackLanguage } from '../domain/language.ts'
import { count, instant, readCell, text } from './cells.ts'
import { runCompiled } from './compiled.ts'
import { dialect } from './dialect.ts'
import { linkPreviewCell } from './news-shapes.ts'
import { subscriptionShape } from './subscription-shape.ts'
import type { Database } from './tables.ts'

/** One part, by its place. */
export type PartKey = Pick<PlannedPart, 'deliveryId' | 'seq'>

/**
 * Takes up to `limit` parts that are due, the longest planned first, and keeps them from others for
 * `leaseMs`. Of each delivery it is the first unsent part, so that a digest arrives in order.
 */
export async function claimParts(
  db: Database,
  now: Temporal.Instant,
  { limit, leaseMs, longestPauseMs }: { limit: number; leaseMs: number; longestPauseMs: number },
): Promise<PlannedPart[]> {
  const nowMs = now.epochMilliseconds
  return db.transaction().execute(async (trx) => {
    const { rows } = await runCompiled(
      trx,
      'claim parts',
      () =>
        trx
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
          // A clock that was set back leaves times that no pause and no lease can have made.
          .where((e) =>
            e.or([
              e('part.attempts', '=', 0),
              e('part.next_attempt_at', '<=', 0),
              e('part.next_attempt_at', '>', 0),
            ]),
          )
          .where((e) =>
            e.or([
              e('part.lease_until', 'is', null),
              e('part.lease_until', '<=', 0),
              e('part.lease_until', '>', 0),
            ]),
          )
          .select(['part.delivery_id', 'part.seq', 'part.attempts', 'part.unclear'])
          .select(['content.html', 'content.button', 'content.link_preview', 'content.language'])
          .select(['subscription.chat_id', 'subscription.thread_id'])
          .select(['subscription.silence', 'subscription.zone'])
          .orderBy('part.next_attempt_at')
          .orderBy('part.delivery_id')
          .limit(1)
          .$if(dialect.locksRows, (query) => query.forUpdate('part').skipLocked()),
      ['planned', 'planned', 0, nowMs, nowMs + longestPauseMs, nowMs, nowMs + leaseMs, limit],
    )
    const ids = rows.map((row) => row.delivery_id)
    await setLease(trx, ids, nowMs + leaseMs)
    return rows.map((row) => ({
      deliveryId: row.delivery_id,
      seq: row.seq,
      // What is no text is refused, as a message without words is: its delivery ends so.
      html: text(row.html) ?? '',
      more: text(row.button) ?? null,
      linkPreview: readCell(linkPreviewCell, row.link_preview),
      language: text(row.language) ?? fallbackLanguage,
      attempts: count(row.attempts) ?? 0,
      unclear: count(row.unclear) ?? 0,
      chatId: row.chat_id,
      threadId: readCell(subscriptionShape.thread_id, row.thread_id),
      silence: readCell(subscriptionShape.silence, row.silence),
      zone: readCell(subscriptionShape.zone, row.zone),
    }))
  })
}

/** Releases parts that were claimed and not sent. */
export async function releaseParts(db: Database, parts: readonly PartKey[]): Promise<void> {
  const ids = parts.map(({ deliveryId }) => deliveryId)
  await setLease(db, ids, null)
}

/** Claims the planned parts of deliveries, or releases them. */
async function setLease(db: Database, deliveryIds: number[], until: number | null): Promise<void> {
  if (deliveryIds.length === 0) return
  await db
    .updateTable('delivery_part')
    .set({ lease_until: until })
    .where('delivery_id', 'in', deliveryIds)
    // Coalesced, so that no database looks through all planned parts for these few.
    .where((e) => e(e.fn.coalesce('state', e.val('dropped' as const)), '=', 'planned'))
    .execute()
}

/** Releases all parts: for a process that has just taken the database, whose forerunner is dead. */
export async function releaseAllParts(db: Database): Promise<void> {
  await db
    .updateTable('delivery_part')
    .set({ lease_until: null })
    .where('state', '=', 'planned')
    .where('lease_until', 'is not', null)
    .execute()
}

/** Puts a part off until its next attempt; `unclear` when the last one got no answer. */
export async function recordPartDelayed(
  db: Database,
  part: PartKey,
  { until, unclear = false }: { until: Temporal.Instant; unclear?: boolean },
): Promise<void> {
  await dialect.durably(db, (trx) =>
    trx
      .updateTable('delivery_part')
      .set((e) => ({
        attempts: e('attempts', '+', 1),
        unclear: e('unclear', '+', unclear ? 1 : 0),
        next_attempt_at: until.epochMilliseconds,
        lease_until: null,
      }))
      .where('delivery_id', '=', part.deliveryId)
      .where('seq', '=', part.seq)
      .execute(),
  )
}

/** When the next part is due that nobody has in hand; null when there is none. */
export async function nextAttemptAt(db: Database): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('delivery_part as part')
    .innerJoin('delivery', 'delivery.id', 'part.delivery_id')
    .where('part.state', '=', 'planned')
    .where('delivery.state', '=', 'planned')
    .select((e) => e.fn.min('part.next_attempt_at').as('at'))
    .executeTakeFirst()
  return instant(row?.at) ?? null
}

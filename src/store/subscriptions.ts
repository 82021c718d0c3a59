import type { Selectable } from 'kysely'
import type { Subscription } from '../domain/subscription.ts'
import type { Database, Tables } from './tables.ts'

/** The wishes of a chat that gets digests, or null when it gets none. */
export async function findSubscription(db: Database, chatId: number): Promise<Subscription | null> {
  const row = await db
    .selectFrom('subscription')
    .selectAll()
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? subscriptionFromRow(row) : null
}

/** The zone and time that a chat once chose, also when it gets no digests now. */
export async function rememberedWishes(
  db: Database,
  chatId: number,
): Promise<Pick<Subscription, 'zone' | 'time'> | null> {
  const row = await db
    .selectFrom('subscription')
    .selectAll()
    .where('chat_id', '=', chatId)
    .executeTakeFirst()
  return row ? subscriptionFromRow(row) : null
}

/** Starts, restarts or changes a chat's subscription. */
export async function saveSubscription(
  db: Database,
  wishes: Pick<Subscription, 'chatId' | 'zone' | 'time' | 'nextSlotAt'>,
  now: Temporal.Instant,
): Promise<Subscription> {
  const values = {
    ...wishesToRow(wishes),
    next_slot_at: wishes.nextSlotAt.epochMilliseconds,
    ended_at: null,
    end_reason: null,
  }
  const row = await db
    .insertInto('subscription')
    .values({ chat_id: wishes.chatId, created_at: now.epochMilliseconds, ...values })
    .onConflict((c) => c.column('chat_id').doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow()
  return subscriptionFromRow(row)
}

/** Keeps the wishes of a chat that gets no digests now, for the time when it does again. */
export async function keepWishes(
  db: Database,
  chatId: number,
  wishes: Pick<Subscription, 'zone' | 'time'>,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set(wishesToRow(wishes))
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is not', null)
    .execute()
}

/** Ends a chat's subscription, with the reason for the admins; false when it had none. */
export async function endSubscription(
  db: Database,
  chatId: number,
  reason: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('subscription')
    .set({ ended_at: now.epochMilliseconds, end_reason: reason })
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Notes that all news first seen before `until` has been delivered to a chat. */
export async function recordCovered(
  db: Database,
  chatId: number,
  until: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ covered_until: until.epochMilliseconds })
    .where('chat_id', '=', chatId)
    .execute()
}

/** The subscriptions whose slot has come, the longest waiting first. */
export async function dueSubscriptions(
  db: Database,
  now: Temporal.Instant,
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('next_slot_at', '<=', now.epochMilliseconds)
    .orderBy('next_slot_at')
    .execute()
  return rows.map(subscriptionFromRow)
}

function wishesToRow({ zone, time }: Pick<Subscription, 'zone' | 'time'>) {
  return { zone, minute_of_day: time.hour * 60 + time.minute }
}

function subscriptionFromRow(row: Selectable<Tables['subscription']>): Subscription {
  return {
    id: row.id,
    chatId: row.chat_id,
    zone: row.zone,
    time: new Temporal.PlainTime(Math.floor(row.minute_of_day / 60), row.minute_of_day % 60),
    nextSlotAt: Temporal.Instant.fromEpochMilliseconds(row.next_slot_at),
    coveredUntil:
      row.covered_until === null ? null : Temporal.Instant.fromEpochMilliseconds(row.covered_until),
  }
}

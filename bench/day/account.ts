import { encodeReason } from '../../src/domain/reason.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import { nextSlot } from '../../src/domain/slot.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import type { Database } from '../../src/store/tables.ts'

export type Subscriber = Schedule & { chatId: number }

/** What became of all slots of a day, and how it fits to what the chats have got. */
export type Account = Record<
  | 'slots'
  | 'unknown'
  | 'open'
  | 'twice'
  | 'sent'
  | 'caughtUp'
  | 'skipped'
  | 'failed'
  | 'missing'
  | 'repeated'
  | 'repeatedBeyond',
  number
>

export async function accountFor(
  db: Database,
  world: World,
  subscribers: readonly Subscriber[],
  start: Temporal.Instant,
  end: Temporal.Instant,
): Promise<Account> {
  const deliveries = await db
    .selectFrom('delivery')
    .innerJoin('subscription', 'subscription.id', 'delivery.subscription_id')
    .select(['delivery.id', 'chat_id', 'slot', 'slot_at', 'state', 'reason', 'edition_id'])
    .execute()
  const known = new Map(deliveries.map((each) => [`${each.chat_id} ${each.slot}`, each]))
  const account: Account = {
    slots: 0,
    unknown: 0,
    open: deliveries.filter(({ state }) => state === 'planned').length,
    twice: deliveries.length - known.size,
    sent: deliveries.filter(({ state }) => state === 'sent').length,
    caughtUp: deliveries.filter(({ reason }) => reason === encodeReason({ code: 'caught-up' }))
      .length,
    skipped: deliveries.filter(({ state, reason }) => state === 'skipped' && reason).length,
    failed: deliveries.filter(({ state, reason }) => state === 'failed' && reason).length,
    missing: 0,
    repeated: 0,
    repeatedBeyond: 0,
  }
  for (const subscriber of subscribers) {
    for (
      let slot = nextSlot(subscriber, start);
      Temporal.Instant.compare(slot.at, end) <= 0;
      slot = nextSlot(subscriber, slot.at)
    ) {
      account.slots++
      if (!known.has(`${subscriber.chatId} ${slot.name}`)) account.unknown++
    }
  }
  await compare(db, world, account)
  return account
}

/** What was recorded as sent, against what arrived. */
async function compare(db: Database, world: World, account: Account): Promise<void> {
  const parts = await db
    .selectFrom('delivery_part as part')
    .innerJoin('delivery', 'delivery.id', 'part.delivery_id')
    .innerJoin('subscription', 'subscription.id', 'delivery.subscription_id')
    .select(['chat_id', 'message_id', 'part.state', 'part.unclear'])
    .execute()
  const arrived = new Set(world.sent.map(({ chatId, messageId }) => `${chatId} ${messageId}`))
  const sent = parts.filter(({ state }) => state === 'sent')
  account.missing = sent.filter((part) => !arrived.has(`${part.chat_id} ${part.message_id}`)).length
  account.repeated = world.sent.length - sent.length
  const unclear = parts.reduce((sum, part) => sum + part.unclear, 0)
  account.repeatedBeyond = Math.max(0, account.repeated - unclear)
}

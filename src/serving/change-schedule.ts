import { slotAfterChange } from '../domain/schedule-change.ts'
import { slotAt } from '../domain/slot.ts'
import type { Subscription, Wishes } from '../domain/subscription.ts'
import { findSubscription, saveSubscription, servedSlots } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'

/**
 * Changes wishes of a subscription, so that no day is served twice and none is lost. Gives it as it
 * is then.
 */
export function changeSchedule(
  db: Database,
  subscription: Subscription,
  wishes: Partial<Wishes>,
  now: Temporal.Instant,
): Promise<Subscription> {
  // In one transaction, so that no slot is planned between looking and changing.
  return db.transaction().execute(async (trx) => {
    const current = (await findSubscription(trx, subscription.chatId)) ?? subscription
    const changed = { ...current, ...wishes }
    const owed = slotAt(current.nextSlotAt, current.zone)
    const served = await servedSlots(trx, current.id)
    const isMoved = Boolean(wishes.zone ?? wishes.times ?? wishes.weekdays)
    const next = isMoved ? slotAfterChange(changed, { owed, served }, now) : owed
    return saveSubscription(trx, { ...changed, nextSlotAt: next.at }, now)
  })
}

import { slotAfterChange } from '../domain/schedule-change.ts'
import { slotAt } from '../domain/slot.ts'
import type { Subscription, Wishes } from '../domain/subscription.ts'
import { saveSubscription, servedSlots } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'

/** Changes wishes of a subscription, so that no day is served twice and none is lost. */
export async function changeSchedule(
  db: Database,
  subscription: Subscription,
  wishes: Partial<Wishes>,
  now: Temporal.Instant,
): Promise<Subscription> {
  const changed = { ...subscription, ...wishes }
  const owed = slotAt(subscription.nextSlotAt, subscription.zone)
  const served = await servedSlots(db, subscription.id)
  const isMoved =
    wishes.zone !== undefined || wishes.times !== undefined || wishes.weekdays !== undefined
  const next = isMoved ? slotAfterChange(changed, { owed, served }, now) : owed
  return saveSubscription(db, { ...changed, nextSlotAt: next.at }, now)
}

import { slotAfterChange } from '../domain/schedule-change.ts'
import { slotAt } from '../domain/slot.ts'
import type { Subscription } from '../domain/subscription.ts'
import {
  findSubscription,
  receivedAt,
  saveSubscription,
  servedSlots,
} from '../store/subscriptions.ts'
import type { Transaction } from '../store/tables.ts'

/**
 * Finds the next slot of a subscription anew after its schedule has changed from what it was before, so that
 * no day is delivered twice and none is missed.
 */
export async function reschedule(
  trx: Transaction,
  before: Subscription,
  now: Temporal.Instant,
): Promise<Subscription> {
  const current = (await findSubscription(trx, before)) ?? before
  const owed = slotAt(before.nextSlotAt, before.zone)
  const [served, received] = [await servedSlots(trx, current.id), await receivedAt(trx, current)]
  const next = slotAfterChange(current, { owed, served, receivedAt: received }, now)
  return saveSubscription(trx, { ...current, nextSlotAt: next.at }, now)
}

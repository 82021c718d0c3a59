import type { MessagePart } from '../domain/delivery.ts'
import { nextSlot, slotAt } from '../domain/slot.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import { planDelivery } from '../store/deliveries.ts'
import { dueSubscriptions } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'
import { composeEdition, digestDays } from './compose-edition.ts'

/** Plans the digest of every subscription whose slot has come; gives the number of new deliveries. */
export async function planDueDigests(
  db: Database,
  t: Translate,
  now: Temporal.Instant,
): Promise<number> {
  // Chats with the same zone and the same past share one edition.
  const editions = new Map<string, Promise<MessagePart[]>>()
  const editionFor = ({ zone, coveredUntil }: Subscription) => {
    const key = `${zone} ${coveredUntil}`
    const request = { asOf: now, days: digestDays, seenAfter: coveredUntil, offset: 0 }
    const edition = editions.get(key) ?? composeEdition(db, request, zone, t)
    editions.set(key, edition)
    return edition
  }

  let planned = 0
  for (const subscription of await dueSubscriptions(db, now)) {
    const { zone, time, nextSlotAt } = subscription
    const isNew = await planDelivery(
      db,
      {
        subscription,
        slot: slotAt(nextSlotAt, zone),
        coversUntil: now,
        parts: await editionFor(subscription),
        nextSlotAt: nextSlot(time, zone, now).at,
      },
      now,
    )
    if (isNew) planned++
  }
  return planned
}

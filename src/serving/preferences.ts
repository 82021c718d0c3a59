import type { Schedule } from '../domain/schedule.ts'
import { slotAfterChange } from '../domain/schedule-change.ts'
import { slotAt } from '../domain/slot.ts'
import type { Subscription, Wishes } from '../domain/subscription.ts'
import {
  findSubscription,
  keepSchedule,
  rememberedWishes,
  saveSubscription,
  servedSlots,
} from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** The preferences of a chat that gets digests, and how far it has got; null when it gets none. */
export function preferencesOf(
  { db }: Pick<Serving, 'db'>,
  chatId: number,
): Promise<Subscription | null> {
  return findSubscription(db, chatId)
}

/** The zone in which a chat is told of days and hours, whether it gets digests or not. */
export async function zoneOf(
  { db, defaults }: Pick<Serving, 'db' | 'defaults'>,
  chatId: number,
): Promise<string> {
  const { zone } = (await rememberedWishes(db, chatId)) ?? defaults
  return zone
}

/**
 * Changes preferences of a subscription, so that no day is served twice and none is lost. Returns it
 * as it is then.
 */
export function changePreferences(
  { db, now }: Parts,
  subscription: Subscription,
  change: Partial<Wishes>,
): Promise<Subscription> {
  const at = now()
  // In one transaction, so that no slot is planned between looking and changing.
  return db.transaction().execute(async (trx) => {
    const current = (await findSubscription(trx, subscription.chatId)) ?? subscription
    const changed = { ...current, ...change }
    const owed = slotAt(current.nextSlotAt, current.zone)
    const served = await servedSlots(trx, current.id)
    const isMoved = Boolean(change.zone ?? change.times ?? change.weekdays)
    const next = isMoved ? slotAfterChange(changed, { owed, served }, at) : owed
    return saveSubscription(trx, { ...changed, nextSlotAt: next.at }, at)
  })
}

/**
 * Keeps what a chat chose that gets no digests now, for the time when it subscribes again. Returns all
 * that is kept; null when it never had a subscription.
 */
export async function keepForLater(
  { db }: Pick<Serving, 'db'>,
  chatId: number,
  chosen: Partial<Pick<Schedule, 'zone' | 'times'>>,
): Promise<Schedule | null> {
  const before = await rememberedWishes(db, chatId)
  if (!before) return null
  const schedule = { ...before, ...chosen }
  await keepSchedule(db, chatId, schedule)
  return schedule
}

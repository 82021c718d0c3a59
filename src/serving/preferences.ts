import { type Paper, usualPaper } from '../domain/paper.ts'
import type { Schedule } from '../domain/schedule.ts'
import { slotAfterChange } from '../domain/schedule-change.ts'
import { nextDigestAt, slotAt } from '../domain/slot.ts'
import type { Preferences, Subscription } from '../domain/subscription.ts'
import {
  findSubscription,
  keepSchedule,
  rememberedPreferences,
  saveSubscription,
  servedSlots,
} from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** Returns a chat's subscription; null if it is not subscribed. */
export function activeSubscription(
  { db }: Pick<Serving, 'db'>,
  chatId: number,
): Promise<Subscription | null> {
  return findSubscription(db, chatId)
}

/** Returns when the next digest of a chat comes; null if it is not subscribed. */
export async function nextDigestOf(
  { db }: Pick<Serving, 'db'>,
  chatId: number,
): Promise<Temporal.Instant | null> {
  const subscription = await findSubscription(db, chatId)
  return subscription && nextDigestAt(subscription)
}

/** Returns the zone for a chat's dates and times, subscribed or not. */
export async function zoneOf(
  serving: Pick<Serving, 'db' | 'defaults'>,
  chatId: number,
): Promise<string> {
  return (await readerOf(serving, chatId)).zone
}

/** Returns what a chat's news depend on, subscribed or not. */
export async function readerOf(
  { db, defaults }: Pick<Serving, 'db' | 'defaults'>,
  chatId: number,
): Promise<{ zone: string; paper: Paper }> {
  const { zone, paper } = (await rememberedPreferences(db, chatId)) ?? {
    zone: defaults.zone,
    paper: usualPaper,
  }
  return { zone, paper }
}

/**
 * Changes preferences of a subscription, so that no day is delivered twice and none is missed. Returns
 * the changed subscription.
 */
export function changePreferences(
  { db, now }: Parts,
  subscription: Subscription,
  change: Partial<Preferences>,
): Promise<Subscription> {
  const at = now()
  // In one transaction, so that no slot is planned between reading and writing.
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
 * Saves the zone or times of a chat that is not subscribed now, for when it subscribes again. Returns
 * its saved schedule; null if it never was subscribed.
 */
export async function saveForRestart(
  { db }: Pick<Serving, 'db'>,
  chatId: number,
  chosen: Partial<Pick<Schedule, 'zone' | 'times'>>,
): Promise<Schedule | null> {
  const before = await rememberedPreferences(db, chatId)
  if (!before) return null
  const schedule = { ...before, ...chosen }
  await keepSchedule(db, chatId, schedule)
  return schedule
}

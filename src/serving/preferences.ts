import { paperOfHour } from '../domain/own-hours.ts'
import { type Paper, usualPaper } from '../domain/paper.ts'
import type { Schedule } from '../domain/schedule.ts'
import { nextDigestAt } from '../domain/slot.ts'
import type { ChatTopic, Preferences, Subscription } from '../domain/subscription.ts'
import {
  findSubscription,
  keepSchedule,
  preferencesAt,
  rememberedPreferences,
  saveSubscription,
} from '../store/subscriptions.ts'
import { moveHours, ownHourOf } from './own-hours.ts'
import { reschedule } from './reschedule.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** Returns the subscription of a chat or topic; null if it is not subscribed. */
export function activeSubscription(
  { db }: Pick<Serving, 'db'>,
  topic: ChatTopic,
): Promise<Subscription | null> {
  return findSubscription(db, topic)
}

/** Returns when the next digest of a chat or topic comes; null if it is not subscribed. */
export async function nextDigestOf(
  { db }: Pick<Serving, 'db'>,
  topic: ChatTopic,
): Promise<Temporal.Instant | null> {
  const subscription = await findSubscription(db, topic)
  return subscription && nextDigestAt(subscription)
}

/** Returns the zone for dates and times there, subscribed or not. */
export async function zoneOf(
  serving: Pick<Serving, 'db' | 'defaults'>,
  topic: ChatTopic,
): Promise<string> {
  return (await readerOf(serving, topic)).zone
}

/** Returns what the news depend on there at an hour, subscribed or not: a topic that never was is read as its chat is. */
export async function readerOf(
  { db, defaults }: Pick<Serving, 'db' | 'defaults'>,
  topic: ChatTopic,
  hour: Temporal.PlainTime | null = null,
): Promise<{ zone: string; paper: Paper }> {
  const { zone, paper } = (await preferencesAt(db, topic)) ?? {
    zone: defaults.zone,
    paper: usualPaper,
  }
  const own = hour && (await ownHourOf(db, topic, hour))
  return { zone, paper: own ? paperOfHour(own, paper) : paper }
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
    const current = (await findSubscription(trx, subscription)) ?? subscription
    if (change.times) await moveHours(trx, current, change.times)
    const saved = await saveSubscription(trx, { ...current, ...change }, at)
    const isMoved = Boolean(change.zone ?? change.times ?? change.weekdays)
    return isMoved ? reschedule(trx, current, at) : saved
  })
}

/**
 * Saves the zone or times of a chat or topic that is not subscribed now, for when it subscribes again. Returns
 * its saved schedule; null if it never was subscribed.
 */
export async function saveForRestart(
  { db }: Pick<Serving, 'db'>,
  topic: ChatTopic,
  chosen: Partial<Pick<Schedule, 'zone' | 'times'>>,
): Promise<Schedule | null> {
  const before = await rememberedPreferences(db, topic)
  if (!before) return null
  const schedule = { ...before, ...chosen }
  await keepSchedule(db, topic, schedule)
  return schedule
}

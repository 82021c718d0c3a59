import { everyDay, type Schedule } from '../domain/schedule.ts'
import { nextSlot } from '../domain/slot.ts'
import {
  type ChatTopic,
  chatItself,
  isPaused,
  type ScheduleDefaults,
  type Subscription,
  stoppedByReader,
} from '../domain/subscription.ts'
import { newestArrival } from '../store/arrivals.ts'
import { noteReceived } from '../store/brought.ts'
import { endOpenDelivery } from '../store/deliveries.ts'
import { copyHourPapers, coverHours } from '../store/hour-papers.ts'
import {
  endSubscription,
  findSubscription,
  preferencesAt,
  recordCovered,
  rememberedPreferences,
  savePaper,
  saveSubscription,
} from '../store/subscriptions.ts'
import type { Transaction } from '../store/tables.ts'
import { ownPart } from './own-hours.ts'
import type { Serving } from './serving.ts'

export type Subscribed = {
  subscription: Subscription
  /** It was subscribed already. */
  isAgain: boolean
  /** It never was before. */
  isFirst: boolean
  endsPause: boolean
}

/**
 * Subscribes a chat or a topic, with the preferences it had before, if any; a new topic with those of the
 * chat itself. A delivery on its way is cancelled,
 * since the caller sends the latest news at once, and then calls `recordReceived`. A group that has
 * chosen no language gets the one given.
 */
export function subscribe(
  { db, now, defaults }: Pick<Serving, 'db' | 'now' | 'defaults'>,
  topic: ChatTopic,
  language: string | null = null,
): Promise<Subscribed> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const before = await findSubscription(trx, topic)
    const isFirst = (await rememberedPreferences(trx, topic)) === null
    const remembered = await preferencesAt(trx, topic)
    const preferences = remembered ?? defaultSchedule(defaults)
    const started = {
      ...{ ...preferences, ...topic, ...active(preferences, before, at) },
      language: remembered?.language ?? language,
    }
    const saved = await saveSubscription(trx, started, at)
    const subscription = isFirst && remembered ? await beginLike(trx, saved, remembered) : saved
    await endOpenDelivery(trx, subscription.id, 'skipped', { code: 'answered-by-start' })
    if (!before) await coverHours(trx, subscription.id, await newestArrival(trx))
    const endsPause = before !== null && isPaused(before, at)
    return { subscription, isAgain: before !== null, isFirst, endsPause }
  })
}

/** Ends a subscription at its reader's request; false if there was none. */
export function unsubscribe(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  topic: ChatTopic,
): Promise<boolean> {
  return db.transaction().execute((trx) => endSubscription(trx, topic, stoppedByReader, now()))
}

/**
 * Subscribes a channel, with the preferences it had before, or else those and the language of who
 * connects it, but for what they mute and follow.
 */
export function connectChannel(
  { db, now, defaults }: Pick<Serving, 'db' | 'now' | 'defaults'>,
  { channelId, personId, language }: { channelId: number; personId: number; language: string },
): Promise<Subscription> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const channel = chatItself(channelId)
    const before = await findSubscription(trx, channel)
    const known = await rememberedPreferences(trx, channel)
    const own = known ? null : await rememberedPreferences(trx, chatItself(personId))
    // What somebody mutes and follows is not for the other admins of a channel to see.
    const ofPerson = own && { ...own, paper: ownPart(own.paper) }
    const preferences = known ?? ofPerson ?? defaultSchedule(defaults)
    const connected = {
      ...{ ...preferences, ...channel, ...active(preferences, before, at) },
      language: known?.language ?? language,
    }
    const subscription = await saveSubscription(trx, connected, at)
    return own ? beginLike(trx, subscription, own) : subscription
  })
}

/** Lets a subscription that was never before have its own hours too of the one whose wishes it has, and be told at once what is followed so. */
async function beginLike(
  trx: Transaction,
  subscription: Subscription,
  { id }: Pick<Subscription, 'id'>,
): Promise<Subscription> {
  await copyHourPapers(trx, id, subscription.id)
  await savePaper(trx, subscription, subscription.paper)
  return (await findSubscription(trx, subscription)) ?? subscription
}

/** Records that the articles up to a number were sent there, so that no digest repeats them. */
export async function recordReceived(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  topic: ChatTopic,
  upTo: number,
): Promise<void> {
  const at = now()
  await db.transaction().execute(async (trx) => {
    const subscription = await findSubscription(trx, topic)
    if (subscription) await noteReceived(trx, subscription.id, upTo, at)
    await recordCovered(trx, topic, upTo)
  })
}

function defaultSchedule({ zone, time }: ScheduleDefaults): Schedule {
  return { zone, times: [time], weekdays: everyDay }
}

function active(schedule: Schedule, before: Subscription | null, now: Temporal.Instant) {
  return { pausedUntil: null, nextSlotAt: before?.nextSlotAt ?? nextSlot(schedule, now).at }
}

import { everyDay, type Schedule } from '../domain/schedule.ts'
import { nextSlot } from '../domain/slot.ts'
import {
  isPaused,
  type ScheduleDefaults,
  type Subscription,
  stoppedByReader,
} from '../domain/subscription.ts'
import { endOpenDelivery } from '../store/deliveries.ts'
import {
  endSubscription,
  findSubscription,
  recordCovered,
  rememberedWishes,
  saveSubscription,
} from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

export type Subscribed = {
  subscription: Subscription
  /** It got digests before. */
  isAgain: boolean
  endsPause: boolean
}

/**
 * Subscribes a chat, with what it once chose. What was on its way is given up, since a chat that
 * subscribes is sent the latest news at once; `recordReceived` then notes up to which article.
 */
export function subscribe(
  { db, now, defaults }: Pick<Serving, 'db' | 'now' | 'defaults'>,
  chat: { chatId: number; threadId: number | null },
): Promise<Subscribed> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const before = await findSubscription(trx, chat.chatId)
    const preferences = (await rememberedWishes(trx, chat.chatId)) ?? usual(defaults)
    const started = { ...preferences, ...chat, ...active(preferences, before, at) }
    const subscription = await saveSubscription(trx, started, at)
    await endOpenDelivery(trx, subscription.id, 'skipped', { code: 'answered-by-start' })
    const endsPause = before !== null && isPaused(before, at)
    return { subscription, isAgain: before !== null, endsPause }
  })
}

/** Ends the digests of a chat that wants no more; false when it got none. */
export function unsubscribe(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  chatId: number,
): Promise<boolean> {
  return db.transaction().execute((trx) => endSubscription(trx, chatId, stoppedByReader, now()))
}

/** Subscribes a channel, with what it once chose, or else what the person chose who connects it. */
export function connectChannel(
  { db, now, defaults }: Pick<Serving, 'db' | 'now' | 'defaults'>,
  { channelId, personId }: { channelId: number; personId: number },
): Promise<Subscription> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const before = await findSubscription(trx, channelId)
    const preferences =
      (await rememberedWishes(trx, channelId)) ??
      (await rememberedWishes(trx, personId)) ??
      usual(defaults)
    const connected = { ...preferences, chatId: channelId, ...active(preferences, before, at) }
    return saveSubscription(trx, connected, at)
  })
}

/** Notes that a chat was sent the articles up to a number, so that no digest brings them again. */
export async function recordReceived(
  { db }: Pick<Serving, 'db'>,
  chatId: number,
  upTo: number,
): Promise<void> {
  await recordCovered(db, chatId, upTo)
}

function usual({ zone, time }: ScheduleDefaults): Schedule {
  return { zone, times: [time], weekdays: everyDay }
}

function active(schedule: Schedule, before: Subscription | null, now: Temporal.Instant) {
  return { pausedUntil: null, nextSlotAt: before?.nextSlotAt ?? nextSlot(schedule, now).at }
}

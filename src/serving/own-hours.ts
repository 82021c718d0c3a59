import type { DigestRequest } from '../domain/digest-request.ts'
import type { Brought, OwnHour } from '../domain/own-hour.ts'
import { keptHours, ownHourAt } from '../domain/own-hours.ts'
import { type Paper, usualPaper } from '../domain/paper.ts'
import { slotAt } from '../domain/slot.ts'
import type { ChatTopic, Subscription } from '../domain/subscription.ts'
import { broughtTo, noteOnItsWay } from '../store/brought.ts'
import {
  moveHourPapers,
  removeHourPaper,
  saveHourDays,
  saveHourPaper,
} from '../store/hour-papers.ts'
import { findSubscription } from '../store/subscriptions.ts'
import type { Database, Transaction } from '../store/tables.ts'
import { reschedule } from './reschedule.ts'
import type { Serving } from './serving.ts'

/** The hours of a subscription that bring papers of their own. */
export function ownHoursIn({
  times,
  hours = [],
}: Pick<Subscription, 'times' | 'hours'>): OwnHour[] {
  return hours.filter((hour) => times.some((time) => time.equals(hour.time)))
}

/** One of them; null where the usual paper comes. */
export async function ownHourOf(
  db: Database,
  topic: ChatTopic,
  time: Temporal.PlainTime,
): Promise<OwnHour | null> {
  const subscription = await findSubscription(db, topic)
  const hours = subscription ? ownHoursIn(subscription) : []
  return hours.find((hour) => hour.time.equals(time)) ?? null
}

/** The hour of its own to which the next digest belongs; null where the usual paper comes. */
export function nextOwnHour(subscription: Subscription): OwnHour | null {
  const next = slotAt(subscription.nextSlotAt, subscription.zone)
  return ownHourAt(subscription, ownHoursIn(subscription), next)
}

/** What has come by which paper before a digest that is asked for again, of what that is about. */
export async function broughtBefore(
  db: Database,
  topic: ChatTopic,
  { after, asOf }: Pick<DigestRequest, 'after' | 'asOf'>,
): Promise<Brought[]> {
  const subscription = after === null ? null : await findSubscription(db, topic)
  if (!subscription) return []
  const brought = (await broughtTo(db, [subscription.id])).get(subscription.id) ?? []
  return brought.filter(
    (each) => each.through > (after ?? 0) && Temporal.Instant.compare(each.asOf, asOf) < 0,
  )
}

/** What became of a change of what an hour brings. */
export type HourChange =
  | 'changed'
  /** It is no hour of the chat any more. */
  | 'gone'
  /** No hour would be left for the usual paper. */
  | 'last'

/** Gives an hour a paper of its own, which begins as the usual one is, or takes it back. */
export function changeHour(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  topic: ChatTopic,
  time: Temporal.PlainTime,
  wish: 'own' | 'usual',
): Promise<HourChange> {
  return db.transaction().execute(async (trx): Promise<HourChange> => {
    const subscription = await findSubscription(trx, topic)
    if (!subscription?.times.some((each) => each.equals(time))) return 'gone'
    const own = ownHoursIn(subscription)
    const isOwn = own.some((hour) => hour.time.equals(time))
    if (wish === 'usual') {
      await removeHourPaper(trx, subscription.id, time)
      await reschedule(trx, subscription, now())
    }
    if (wish === 'usual' || isOwn) return 'changed'
    if (own.length + 1 >= subscription.times.length) return 'last'
    if (own.length === 0) await noteOnItsWay(trx, subscription.id, subscription.paper)
    await saveHourPaper(trx, subscription.id, time, ownPart(subscription.paper))
    return 'changed'
  })
}

/** Lets an hour with a paper of its own come on weekdays of its own; null for those of all hours. */
export function changeHourDays(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  topic: ChatTopic,
  time: Temporal.PlainTime,
  weekdays: readonly number[] | null,
): Promise<HourChange> {
  return db.transaction().execute(async (trx): Promise<HourChange> => {
    const subscription = await findSubscription(trx, topic)
    const own = subscription ? ownHoursIn(subscription) : []
    if (!subscription || !own.some((hour) => hour.time.equals(time))) return 'gone'
    await saveHourDays(trx, subscription.id, time, weekdays)
    await reschedule(trx, subscription, now())
    return 'changed'
  })
}

/** A paper but for what is muted and followed: an hour has no other, and a channel is not to show that of a person. */
export function ownPart(paper: Paper): Paper {
  return { ...paper, mutes: usualPaper.mutes, follows: [] }
}

/** Lets hours take their papers along when they are moved. */
export async function moveHours(
  trx: Transaction,
  subscription: Subscription,
  after: readonly Temporal.PlainTime[],
): Promise<void> {
  const names = ownHoursIn(subscription).map(({ time }) => time)
  if (names.length === 0) return
  await moveHourPapers(trx, subscription.id, keptHours(names, subscription.times, after))
}

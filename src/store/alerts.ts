import { sql } from 'kysely'
import { fallbackLanguage } from '../domain/language.ts'
import type { Slot } from '../domain/slot.ts'
import type { Preferences } from '../domain/subscription.ts'
import { newestArrival } from './arrivals.ts'
import { count } from './cells.ts'
import { dialect } from './dialect.ts'
import { lastArrivalBefore } from './headlines.ts'
import { addDeliveries } from './planning.ts'
import { slices } from './slices.ts'
import { isPlannable } from './subscription-shape.ts'
import { preferencesFromRow } from './subscriptions.ts'
import type { Database } from './tables.ts'

/** How the slots of alerts are named, before the arrival up to which they tell. */
export const alertSlot = 'alert '

/** A subscription whose paper tells something at once, and how far it has been looked after. */
export type AlertedSubscription = Omit<Preferences, 'language'> & {
  id: number
  paperId: number
  language: string
  coveredThrough: number
  /** The last arrival that was looked at. */
  alertThrough: number
}

/**
 * The next subscriptions after a number that have alerts and have not been looked after up to an arrival,
 * in the order of their numbers. One that cannot be read is left out until it is mended. One with a delivery on its way is left
 * out, as is one that has got nothing yet.
 */
export async function subscriptionsToAlert(
  db: Database,
  { through, after, limit }: { through: number; after: number; limit: number },
): Promise<{ last: number | null; subscriptions: AlertedSubscription[] }> {
  const rows = await db
    .selectFrom('subscription')
    .innerJoin('paper', 'paper.id', 'subscription.paper_id')
    .leftJoin('person', 'person.id', 'subscription.chat_id')
    .where('alert_through', '<', through)
    .where('subscription.id', '>', after)
    .where('ended_at', 'is', null)
    .where('covered_through', 'is not', null)
    .where((e) => e.not(e.exists(onItsWay(db))))
    .select(['subscription.id', 'paper.id as paper_id', 'paper.value as paper'])
    .select(['zone', 'times', 'weekdays', 'paused_until', 'quiet_note', 'silence'])
    .select(['covered_through', 'alert_through', 'next_slot_at', 'notes'])
    .select((e) => e.fn.coalesce('subscription.language', 'person.language').as('language'))
    .orderBy('subscription.id')
    .limit(limit)
    .execute()
  const newest = await newestArrival(db)
  const subscriptions = rows.flatMap((row): AlertedSubscription[] => {
    const { id, paper_id: paperId } = row
    const [coveredThrough, alertThrough] = [count(row.covered_through), count(row.alert_through)]
    if (coveredThrough === undefined || alertThrough === undefined) return []
    if (!isPlannable(row, newest)) return []
    const preferences = preferencesFromRow(row)
    const language = preferences.language ?? fallbackLanguage
    return [{ ...preferences, id, paperId, language, coveredThrough, alertThrough }]
  })
  return { last: rows.at(-1)?.id ?? null, subscriptions }
}

function onItsWay(db: Database) {
  return db
    .selectFrom('delivery')
    .select('delivery.id')
    .where('delivery.state', '=', 'planned')
    .where('delivery.subscription_id', '=', sql.ref<number>('subscription.id'))
}

/** The last arrival before all that wait for their page or their story, of those first seen after an instant. */
export async function settledArrival(db: Database, seenAfter: Temporal.Instant): Promise<number> {
  const newest = await newestArrival(db)
  const from = await lastArrivalBefore(db, seenAfter)
  const { first } = await db
    .selectFrom('article')
    .select((e) => e.fn.min('arrival').as('first'))
    .where('arrival', '>', from)
    .where('arrival', '<=', newest)
    .where('duplicate_of', 'is', null)
    .where((e) =>
      e.or([
        e.and([e('kind', '=', 'news'), e('story_id', 'is', null)]),
        e.and([e('page_state', '=', 'waiting'), e('page_attempts', '=', 0)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return first === null ? newest : first - 1
}

/** What a subscription was told at once: which of its follows it was for, and when. */
export type PastAlert = { follow: string; at: Temporal.Instant }

/** What subscriptions were told in (since, now], by their numbers. */
export async function alertsSince(
  db: Database,
  subscriptionIds: readonly number[],
  { since, now }: { since: Temporal.Instant; now: Temporal.Instant },
): Promise<Map<number, PastAlert[]>> {
  const found = new Map<number, PastAlert[]>()
  for (const ids of slices(subscriptionIds)) {
    const rows = await db
      .selectFrom('delivery')
      .innerJoin('alert', 'alert.delivery_id', 'delivery.id')
      .where('delivery.subscription_id', 'in', ids)
      .where('delivery.created_at', '>', since.epochMilliseconds)
      .where('delivery.created_at', '<=', now.epochMilliseconds)
      .select(['delivery.subscription_id', 'alert.follow', 'delivery.created_at'])
      .execute()
    for (const { subscription_id, follow, created_at } of rows) {
      const at = Temporal.Instant.fromEpochMilliseconds(created_at)
      found.set(subscription_id, [...(found.get(subscription_id) ?? []), { follow, at }])
    }
  }
  return found
}

/** What is to be told to a subscription, or null for nothing, as it was when it was looked after. */
export type AlertPlan = {
  subscription: Pick<AlertedSubscription, 'id' | 'paperId' | 'alertThrough'>
  alert: { editionId: number; articles: readonly { id: number; follow: string }[] } | null
}

/**
 * Plans what is told at once, all or nothing, and notes that these subscriptions were looked after up to
 * an arrival. One that has changed meanwhile is left as it is. Returns the number of alerts planned.
 */
export async function recordAlerts(
  db: Database,
  plans: readonly AlertPlan[],
  through: number,
  now: Temporal.Instant,
): Promise<number> {
  const quiet = plans.filter(({ alert }) => alert === null)
  return dialect.durably(db, async (trx) => {
    for (const some of slices(quiet)) {
      await trx
        .updateTable('subscription')
        .set({ alert_through: through })
        .where(
          'id',
          'in',
          some.map(({ subscription }) => subscription.id),
        )
        .where('alert_through', '<', through)
        .execute()
    }
    let planned = 0
    for (const { subscription, alert } of plans) {
      if (!alert) continue
      const isSame = await trx
        .updateTable('subscription')
        .set({ alert_through: through })
        .where('id', '=', subscription.id)
        .where('paper_id', '=', subscription.paperId)
        .where('alert_through', '=', subscription.alertThrough)
        .where('ended_at', 'is', null)
        .where((e) => e.not(e.exists(onItsWay(trx))))
        .returning('id')
        .executeTakeFirst()
      if (!isSame) continue
      const slot: Slot = { name: `${alertSlot}${through}`, at: now }
      const [delivery] = await addDeliveries(
        trx,
        [deliveryOf(subscription.id, slot, alert.editionId, now)],
        now,
      )
      if (delivery === undefined) continue
      const rows = alert.articles.map(({ id, follow }) => ({
        ...{ delivery_id: delivery, article_id: id, follow },
      }))
      await trx.insertInto('alert').values(rows).execute()
      planned++
    }
    return planned
  })
}

function deliveryOf(
  subscription_id: number,
  slot: Slot,
  edition_id: number,
  now: Temporal.Instant,
) {
  return {
    ...{ subscription_id, edition_id, slot: slot.name, slot_at: slot.at.epochMilliseconds },
    ...{ state: 'planned' as const, reason: null, created_at: now.epochMilliseconds },
  }
}

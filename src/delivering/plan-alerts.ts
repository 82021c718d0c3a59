import type { Follow } from '../domain/paper.ts'
import { isPaused, isSilent } from '../domain/subscription.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { createCatch } from '../serving/caught.ts'
import { type Alert, composeAlert, followKey } from '../serving/compose-alert.ts'
import {
  type AlertedSubscription,
  type AlertPlan,
  alertsSince,
  type PastAlert,
  recordAlerts,
  settledArrival,
  subscriptionsToAlert,
} from '../store/alerts.ts'
import { addEdition } from '../store/editions.ts'
import { lastArrivalBefore } from '../store/headlines.ts'
import type { Planning } from './plan-digests.ts'

/** So many a follow tells at once, in 24 hours and in one. */
const mostADay = 5
const mostAnHour = 1
/** What waited for longer than this is no alert any more. */
const freshHours = 12
/** An article is put into its story within so long. */
const settledMinutes = 11
const batchSize = 500
/** So long the alerts of one run wait in all for the searches that are followed. */
const caughtWithinMs = 10_000

/**
 * Plans what chats are told at once: of all that has arrived since they were last looked after, the newest
 * that each of their follows brings. What is too much, or too late, comes with the digest. Returns the
 * number of alerts.
 */
export async function planAlerts(planning: Planning): Promise<number> {
  const { db, now, findArticles, log } = planning
  const through = await settledArrival(db, now.subtract({ minutes: settledMinutes }))
  const fresh = await lastArrivalBefore(db, now.subtract({ hours: freshHours }))
  const catches = findArticles && createCatch({ findArticles, log, now, limitMs: caughtWithinMs })
  const compose = (subscription: AlertedSubscription, follows: readonly Follow[]) => {
    const { zone, paper, language, coveredThrough, alertThrough } = subscription
    const t = planning.translateInto(language)
    const after = Math.max(coveredThrough, alertThrough, fresh)
    if (follows.length === 0 || after >= through) return null
    const composing = { ...planning, t, ...(catches && { catches }) }
    return composeAlert(composing, { after, upTo: through }, { zone, paper, follows })
  }
  const keep = async ({ part, articles }: Alert, language: string) => {
    // It covers nothing: all of it stands in the digest.
    const edition = { parts: [part], coversThrough: 0, language }
    return { editionId: await addEdition(db, edition, now), articles }
  }
  let planned = 0
  for (let after = 0; ; ) {
    const wanted = { through, after, limit: batchSize }
    const { last, subscriptions } = await subscriptionsToAlert(db, wanted)
    if (last === null) return planned
    after = last
    const ids = subscriptions.map(({ id }) => id)
    const past = await alertsSince(db, ids, { since: now.subtract({ hours: 24 }), now })
    const plans: AlertPlan[] = []
    for (const subscription of subscriptions) {
      if (isHeld(subscription, now)) continue
      const follows = allowed(subscription, past.get(subscription.id) ?? [], now)
      const alert = await compose(subscription, follows)
      plans.push({ subscription, alert: alert && (await keep(alert, subscription.language)) })
      await letOthersWork()
    }
    planned += await recordAlerts(db, plans, through, now)
  }
}

/** Who never wants a sound is told all the same, without one. */
function isHeld(subscription: AlertedSubscription, now: Temporal.Instant): boolean {
  const isNight = subscription.silence === 'night' && isSilent(subscription, now)
  return isNight || isPaused(subscription, now)
}

/** The follows that may tell something now. */
function allowed(
  { paper }: Pick<AlertedSubscription, 'paper'>,
  past: readonly PastAlert[],
  now: Temporal.Instant,
): Follow[] {
  const hourAgo = now.subtract({ hours: 1 })
  return paper.follows.filter((follow) => {
    const told = past.filter((each) => each.follow === followKey(follow))
    const lately = told.filter(({ at }) => Temporal.Instant.compare(at, hourAgo) > 0)
    return follow.alert && told.length < mostADay && lately.length < mostAnHour
  })
}

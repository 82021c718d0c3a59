import type { OwnHour } from '../domain/own-hour.ts'
import { ownHourAt, paperOfHour } from '../domain/own-hours.ts'
import type { Reason } from '../domain/reason.ts'
import { type DueSlots, onTimeMinutes, settleDueSlots } from '../domain/schedule-due.ts'
import type { Slot } from '../domain/slot.ts'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { newestArrival } from '../store/arrivals.ts'
import { mergeStaleDeliveries } from '../store/deliveries.ts'
import { type DueGroup, dueGroups, readDueGroups } from '../store/due-groups.ts'
import { mendSubscriptions, straySubscriptions } from '../store/mend-subscriptions.ts'
import { type GroupPlan, planDueGroups } from '../store/planning.ts'
import {
  type Composer,
  type ComposingEditions,
  createComposer,
  type DueDigest,
  type Edition,
} from './compose-editions.ts'

export type Planning = ComposingEditions & {
  /** How old a missed slot may be to be caught up; an older one merges into the next. */
  catchUpHours: number
  /** What stands in for preferences that cannot be read. */
  defaults?: ScheduleDefaults
  /** Called whenever some are planned, while others are still to be. */
  onPlanned?: () => void
}

const usualDefaults = { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }

/** So many chats are planned at once, in one turn of the event loop; fewer while their editions have to be composed. */
const manyAtOnce = 500
const fewAtOnce = 200

/** The plans of so many groups are kept: chats of the same preferences come again and again. */
const mostPlans = 10_000

/**
 * Plans the digest of every subscription whose slot has come; returns the number of new deliveries.
 * Chats with the same preferences and the same past share one edition, composed once.
 */
export async function planDueDigests(planning: Planning): Promise<number> {
  const { db, now, onPlanned, checkpoints } = planning
  await recallStrays(planning)
  const composer = createComposer(planning, await newestArrival(db))
  const slotsOf = createDueSlots(planning)
  const plans = new Map<string, GroupPlan>()
  const met = { ended: new Set<number>(), due: new Set<number>(), unreadable: new Set<number>() }
  let planned = 0
  let ended: readonly number[] = []
  let rest = await readDueGroups(db, await dueGroups(db, now, fewAtOnce))
  for (;;) {
    const { groups, unreadable } = rest
    const due = groups.flatMap(({ subscriptionIds }) => subscriptionIds)
    // What is due again though it was planned, or mended, would be so for ever.
    const isProgress = [
      addAll(met.ended, ended),
      addAll(met.due, due),
      addAll(met.unreadable, unreadable),
    ].includes(true)
    if (!isProgress) return planned
    await mend(planning, unreadable)
    if (plans.size > mostPlans) plans.clear()
    const before = composer.composed
    for (const [key, plan] of await planGroups(groups, { now, slotsOf, composer })) {
      plans.set(key, plan)
    }
    const atOnce = composer.composed > before ? fewAtOnce : manyAtOnce
    // Looked up again within the transaction: a chat that changed its preferences meanwhile has no plan yet.
    const done = await planDueGroups(db, now, atOnce, plans)
    planned += done.planned
    ;({ ended, rest } = done)
    onPlanned?.()
    await checkpoints?.betweenWrites()
    await letOthersWork()
  }
}

/** Lets those be due again whose next slot is one that never comes. */
async function recallStrays(planning: Planning): Promise<void> {
  const { db, now } = planning
  const met = new Set<number>()
  for (;;) {
    const strays = await straySubscriptions(db, now, manyAtOnce)
    if (!addAll(met, strays)) return
    await mend(planning, strays)
    await letOthersWork()
  }
}

/** Whether any of these were not in the set. */
function addAll(set: Set<number>, ids: readonly number[]): boolean {
  const before = set.size
  for (const id of ids) set.add(id)
  return set.size > before
}

async function mend({ db, now, defaults = usualDefaults, log }: Planning, ids: number[]) {
  if (ids.length === 0) return
  for (const { subject, id, code } of await mendSubscriptions(db, ids, { defaults, now })) {
    log.warn({ [subject]: id, problem: code }, 'could not be read: the usual stands in')
  }
}

/**
 * After downtime: lets go of digests that an earlier run planned and did not begin to send, when they
 * are too old to be caught up. What they held comes with the next. Returns their number.
 */
export function mergeMissedDigests({
  db,
  now,
  catchUpHours,
}: Pick<Planning, 'db' | 'now' | 'catchUpHours'>): Promise<number> {
  return mergeStaleDeliveries(db, now.subtract({ hours: catchUpHours }), now)
}

/** What is to become of each group, by its key. */
async function planGroups(
  groups: readonly DueGroup[],
  { now, slotsOf, composer }: { now: Temporal.Instant; slotsOf: SlotsOf; composer: Composer },
): Promise<Map<string, GroupPlan>> {
  const settled = groups.map((group) => ({ group, ...settle(group, slotsOf) }))
  const editions = await composer.editionsFor(settled.flatMap(({ due }) => due ?? []))
  return new Map(
    settled.map(({ group, plan, due }) => {
      const edition = due && (editions.get(due) ?? null)
      return [
        group.key,
        due ? planWith(plan, due, edition, { newest: composer.newest, now }) : plan,
      ]
    }),
  )
}

type Due = DueDigest & { slot: Slot }

type SlotsOf = (group: DueGroup) => DueSlots

/** Settles the slots of one run. They depend on nothing but the hours, which many groups share. */
function createDueSlots({ now, catchUpHours }: Planning): SlotsOf {
  const known = new Map<string, DueSlots>()
  return (group) => {
    const { zone, times, weekdays, pausedUntil, nextSlotAt, hours } = group
    const own = hours.map(({ time, weekdays }) => [time, weekdays])
    const key = JSON.stringify([zone, times, weekdays, pausedUntil, nextSlotAt, own])
    const kindOf = (slot: Slot) => String(ownHourAt(group, hours, slot)?.time ?? '')
    const slots = known.get(key) ?? settleDueSlots(group, now, catchUpHours, kindOf)
    known.set(key, slots)
    return slots
  }
}

/** What is to become of the slots of a group but for the digest that it is due. */
function settle(group: DueGroup, slotsOf: SlotsOf): { plan: GroupPlan; due: Due | null } {
  const { digest, skipped, next } = slotsOf(group)
  const hour = digest && ownHourAt(group, group.hours, digest.slot)
  const served = hour ? atHour(group, hour) : group
  const plan = {
    ...{ digest: null, skipped, nextSlotAt: next.at, coveredThrough: null },
    hour,
    ofSeveral:
      group.hours.length > 0 ? { paper: served.paper, after: served.coveredThrough } : null,
  }
  return { plan, due: digest && { ...digest, group: served, hour } }
}

/** What a group is to an hour of its own. */
function atHour(group: DueGroup, hour: OwnHour): DueGroup {
  return {
    ...group,
    paper: paperOfHour(hour, group.paper),
    coveredThrough: hour.coveredThrough,
  }
}

/** The same with its digest, or with the reason why there is none. */
function planWith(
  plan: GroupPlan,
  { slot }: Due,
  edition: Edition,
  { newest, now }: { newest: number; now: Temporal.Instant },
): GroupPlan {
  if (typeof edition !== 'number') {
    const reason: Reason = { code: edition ?? 'nothing-new' }
    return { ...plan, skipped: [...plan.skipped, { slot, reason }], coveredThrough: newest }
  }
  const isOnTime = Temporal.Instant.compare(slot.at.add({ minutes: onTimeMinutes }), now) >= 0
  const note: Reason | null = isOnTime ? null : { code: 'caught-up' }
  return { ...plan, digest: { slot, editionId: edition, note } }
}

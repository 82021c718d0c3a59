import type { OwnHour } from '../domain/own-hour.ts'
import { nameOfHour } from '../domain/own-hours.ts'
import type { Paper } from '../domain/paper.ts'
import { encodeReason, type Reason } from '../domain/reason.ts'
import type { Slot } from '../domain/slot.ts'
import { noteBrought } from './brought.ts'
import { insertInParts } from './compiled.ts'
import { dialect } from './dialect.ts'
import { type DueSubscriptions, dueGroups, type RawGroup, readDueGroups } from './due-groups.ts'
import { coverHour } from './hour-papers.ts'
import { slices } from './slices.ts'
import type { Database, Transaction } from './tables.ts'

/** What is to become of the slots of a group that have come. */
export type GroupPlan = {
  /** The slot that gets its digest now, if any; `note` says what is unusual about it. */
  digest: { slot: Slot; editionId: number; note: Reason | null } | null
  skipped: { slot: Slot; reason: Reason }[]
  nextSlotAt: Temporal.Instant
  /** The hour of its own that was served; null for the usual paper. */
  hour: OwnHour | null
  /** Where other hours bring other papers: what its digest brings, and after which arrival. */
  ofSeveral: { paper: Paper; after: number | null } | null
  /** Set when nothing up to this arrival was left to deliver. */
  coveredThrough: number | null
}

/** How many digests were planned, the subscriptions whose slots have ended, and those without a plan. */
export type Planned = { planned: number; ended: number[]; rest: DueSubscriptions }

/**
 * Plans the next `limit` due subscriptions, all or nothing: a delivery for every slot that has come,
 * with the parts of its edition, and the slot that comes next. A slot that was planned before stays as it is.
 * Groups for whose key `plans` has none stay due, and are returned.
 */
export async function planDueGroups(
  db: Database,
  now: Temporal.Instant,
  limit: number,
  plans: ReadonlyMap<string, GroupPlan>,
): Promise<Planned> {
  return dialect.durably(db, async (trx) => {
    const deliveries: NewDelivery[] = []
    const ofPapers: { ids: number[]; slot: string; paper: Paper; after: number | null }[] = []
    const changes = new Map<string, number[]>()
    const rest = new Map<string, RawGroup>()
    const ended: number[] = []
    for (const [key, group] of await dueGroups(trx, now, limit)) {
      const plan = plans.get(key)
      if (!plan) {
        rest.set(key, group)
        continue
      }
      const { subscriptionIds: ids } = group
      ended.push(...ids)
      deliveries.push(...deliveriesOf(ids, plan, now))
      const change = JSON.stringify(changeOf(plan))
      const changed = changes.get(change)
      if (changed) changed.push(...ids)
      else changes.set(change, [...ids])
      if (plan.hour && plan.coveredThrough !== null) {
        await coverHour(trx, ids, nameOfHour(plan.hour.time), plan.coveredThrough)
      }
      const slot = plan.digest?.slot.name
      if (slot !== undefined && plan.ofSeveral) ofPapers.push({ ids, slot, ...plan.ofSeveral })
    }
    for (const [change, ids] of changes) await changeSubscriptions(trx, JSON.parse(change), ids)
    let planned = 0
    for (const some of slices(deliveries)) planned += (await addDeliveries(trx, some, now)).length
    for (const { ids, slot, paper, after } of ofPapers) {
      await noteBrought(trx, ids, slot, { paper, after, asOf: now })
    }
    return { planned, ended, rest: await readDueGroups(trx, rest) }
  })
}

type Change = { next_slot_at: number; covered_through?: number; notes?: null }

/** What becomes of the subscriptions themselves. */
function changeOf({ nextSlotAt, coveredThrough, hour, digest }: GroupPlan): Change {
  return {
    next_slot_at: nextSlotAt.epochMilliseconds,
    ...(coveredThrough !== null && !hour && { covered_through: coveredThrough }),
    ...(digest && { notes: null }),
  }
}

async function changeSubscriptions(trx: Transaction, change: Change, ids: number[]): Promise<void> {
  for (const some of slices(ids)) {
    await trx.updateTable('subscription').set(change).where('id', 'in', some).execute()
  }
}

type NewDelivery = {
  subscription_id: number
  slot: string
  slot_at: number
  edition_id: number | null
  state: 'planned' | 'skipped'
  reason: string | null
  hour?: string | null
  created_at: number
}

function deliveriesOf(
  ids: readonly number[],
  plan: GroupPlan,
  now: Temporal.Instant,
): NewDelivery[] {
  const row = (slot: Slot) => ({
    slot: slot.name,
    slot_at: slot.at.epochMilliseconds,
    created_at: now.epochMilliseconds,
  })
  const rows = plan.skipped.map(({ slot, reason }) => {
    return {
      ...row(slot),
      edition_id: null,
      state: 'skipped' as const,
      reason: encodeReason(reason),
      hour: null,
    }
  })
  const { digest, hour } = plan
  const planned = digest && {
    ...row(digest.slot),
    hour: hour && nameOfHour(hour.time),
    edition_id: digest.editionId,
    state: 'planned' as const,
    reason: digest.note && encodeReason(digest.note),
  }
  return ids.flatMap((subscription_id) =>
    [...rows, ...(planned ? [planned] : [])].map((each) => ({ subscription_id, ...each })),
  )
}

/** Adds deliveries with the parts of their editions; returns the numbers of those that are planned and new. */
export async function addDeliveries(
  trx: Transaction,
  rows: NewDelivery[],
  now: Temporal.Instant,
): Promise<number[]> {
  const inOrder = rows.map(
    ({ subscription_id, slot, slot_at, edition_id, state, reason, hour = null, created_at }) => {
      return { subscription_id, slot, slot_at, edition_id, state, reason, hour, created_at }
    },
  )
  const added = await insertInParts(trx, 'add deliveries', inOrder, (some) =>
    trx
      .insertInto('delivery')
      .values(some)
      .onConflict((c) => c.columns(['subscription_id', 'slot']).doNothing())
      .returning(['id', 'state']),
  )
  const planned = added
    .flatMap(({ rows }) => rows)
    .filter(({ state }) => state === 'planned')
    .map(({ id }) => id)
  if (planned.length === 0) return []
  await trx
    .insertInto('delivery_part')
    .columns(['delivery_id', 'seq', 'state', 'next_attempt_at'])
    .expression(
      trx
        .selectFrom('delivery')
        .innerJoin('edition_part as part', 'part.edition_id', 'delivery.edition_id')
        .where('delivery.id', 'in', planned)
        .select((e) => [
          'delivery.id',
          'part.seq',
          e.case().when('part.seq', '=', 0).then('planned').else('waiting').end().as('state'),
          e.val(now.epochMilliseconds).as('next_attempt_at'),
        ]),
    )
    .execute()
  return planned
}

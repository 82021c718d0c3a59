import type { SkipReason } from '../domain/schedule-due.ts'
import type { Slot } from '../domain/slot.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { PartialEdition } from './article-rows.ts'
import { wishesFromRow } from './subscriptions.ts'
import type { Database } from './tables.ts'

/** Subscriptions that are due at the same instant, with the same wishes and the same past. */
export type DueGroup = Omit<Subscription, 'id' | 'chatId' | 'silence'> & {
  /** The same for two groups only if they are one. */
  key: string
  /** The first parts of editions that reached it before their delivery failed. */
  partial: PartialEdition[]
  subscriptionIds: number[]
}

/**
 * The `limit` subscriptions that have waited longest for their slot, in groups. One with a delivery
 * on its way is left out until that has ended: only then is it known what the next one covers.
 */
export async function dueGroups(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<DueGroup[]> {
  const rows = await db
    .selectFrom('subscription')
    .where('ended_at', 'is', null)
    .where('next_slot_at', '<=', now.epochMilliseconds)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('delivery')
            .select('delivery.id')
            .where('delivery.state', '=', 'planned')
            .whereRef('delivery.subscription_id', '=', 'subscription.id'),
        ),
      ),
    )
    .select(['id', 'zone', 'times', 'weekdays', 'paused_until', 'quiet_note', 'silence'])
    .select(['next_slot_at', 'covered_through'])
    .orderBy('next_slot_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const partial = await partialEditions(
    db,
    rows.map(({ id }) => id),
  )
  const groups = new Map<string, DueGroup>()
  for (const { id, silence, ...row } of rows) {
    const seen = partial.get(id) ?? []
    const key = JSON.stringify([Object.values(row), seen])
    const group = groups.get(key)
    if (group) {
      group.subscriptionIds.push(id)
      continue
    }
    groups.set(key, {
      ...wishesFromRow({ ...row, silence }),
      key,
      nextSlotAt: Temporal.Instant.fromEpochMilliseconds(row.next_slot_at),
      coveredThrough: row.covered_through,
      partial: seen,
      subscriptionIds: [id],
    })
  }
  return [...groups.values()]
}

/** What reached subscriptions of deliveries that failed half-way, and is not covered yet. */
async function partialEditions(
  db: Database,
  subscriptionIds: number[],
): Promise<Map<number, PartialEdition[]>> {
  if (subscriptionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('subscription', 'subscription.id', 'delivery.subscription_id')
    .innerJoin('edition', 'edition.id', 'delivery.edition_id')
    .innerJoin('delivery_part as part', 'part.delivery_id', 'delivery.id')
    .where('delivery.state', '=', 'failed')
    .where('delivery.subscription_id', 'in', subscriptionIds)
    .where('part.state', '=', 'sent')
    .where((e) =>
      e.or([
        e('subscription.covered_through', 'is', null),
        e('subscription.covered_through', '<', e.ref('edition.covers_through')),
      ]),
    )
    .groupBy(['delivery.subscription_id', 'edition.id'])
    .orderBy('edition.id')
    .select(['delivery.subscription_id', 'edition.id as edition_id'])
    .select((e) => e.fn.max('part.seq').as('last_seq'))
    .execute()
  const found = new Map<number, PartialEdition[]>()
  for (const row of rows) {
    const editions = found.get(row.subscription_id) ?? []
    editions.push({ editionId: row.edition_id, lastSeq: row.last_seq })
    found.set(row.subscription_id, editions)
  }
  return found
}

/** What is to become of the slots of a group that have come. */
export type GroupPlan = {
  /** The slot that gets its digest now, if any; `note` says what is unusual about it. */
  digest: { slot: Slot; editionId: number; note: string | null } | null
  skipped: { slot: Slot; reason: SkipReason }[]
  nextSlotAt: Temporal.Instant
  /** Set when nothing up to this article was left to deliver. */
  coveredThrough: number | null
}

/**
 * Plans the next `limit` due subscriptions, all or nothing: a delivery for every slot that has come,
 * with the parts of its edition, and the slot that comes next. `planFor` answers null for a group
 * that it has not met: its subscriptions stay due. A slot that was planned before stays as it is.
 * Gives the number of digests planned.
 */
export async function planDueGroups(
  db: Database,
  now: Temporal.Instant,
  limit: number,
  planFor: (group: DueGroup) => GroupPlan | null,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const deliveries: NewDelivery[] = []
    for (const group of await dueGroups(trx, now, limit)) {
      const plan = planFor(group)
      if (!plan) continue
      deliveries.push(...deliveriesOf(group, plan, now))
      await trx
        .updateTable('subscription')
        .set({
          next_slot_at: plan.nextSlotAt.epochMilliseconds,
          ...(plan.coveredThrough !== null && { covered_through: plan.coveredThrough }),
        })
        .where('id', 'in', group.subscriptionIds)
        .execute()
    }
    let planned = 0
    for (let i = 0; i < deliveries.length; i += rowsAtOnce) {
      planned += await addDeliveries(trx, deliveries.slice(i, i + rowsAtOnce), now)
    }
    return planned
  })
}

/** Within the 32,766 values that SQLite takes in one statement. */
const rowsAtOnce = 1000

type NewDelivery = {
  subscription_id: number
  slot: string
  slot_at: number
  edition_id: number | null
  state: 'planned' | 'skipped'
  reason: string | null
  created_at: number
}

function deliveriesOf(group: DueGroup, plan: GroupPlan, now: Temporal.Instant): NewDelivery[] {
  const row = (slot: Slot) => ({
    slot: slot.name,
    slot_at: slot.at.epochMilliseconds,
    created_at: now.epochMilliseconds,
  })
  const rows = plan.skipped.map(({ slot, reason }) => {
    return { ...row(slot), edition_id: null, state: 'skipped' as const, reason: String(reason) }
  })
  const { digest } = plan
  const planned = digest && {
    ...row(digest.slot),
    edition_id: digest.editionId,
    state: 'planned' as const,
    reason: digest.note,
  }
  return group.subscriptionIds.flatMap((subscription_id) =>
    [...rows, ...(planned ? [planned] : [])].map((each) => ({ subscription_id, ...each })),
  )
}

async function addDeliveries(
  trx: Database,
  rows: NewDelivery[],
  now: Temporal.Instant,
): Promise<number> {
  const added = await trx
    .insertInto('delivery')
    .values(rows)
    .onConflict((c) => c.columns(['subscription_id', 'slot']).doNothing())
    .returning(['id', 'state'])
    .execute()
  const planned = added.filter(({ state }) => state === 'planned').map(({ id }) => id)
  if (planned.length === 0) return 0
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
  return planned.length
}

/**
 * Lets go of digests of slots up to an instant of which nothing was sent and nothing is under way:
 * what they held comes with the next.
 */
export async function mergeStaleDeliveries(
  db: Database,
  slotsUntil: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> {
  const reason: SkipReason = 'merged into the next digest'
  const result = await db
    .updateTable('delivery')
    .set({ state: 'skipped', reason })
    .where('state', '=', 'planned')
    .where('slot_at', '<=', slotsUntil.epochMilliseconds)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('delivery_part as part')
            .select('part.seq')
            .whereRef('part.delivery_id', '=', 'delivery.id')
            .where((p) =>
              p.or([
                p('part.state', '=', 'sent'),
                p('part.lease_until', '>', now.epochMilliseconds),
              ]),
            ),
        ),
      ),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

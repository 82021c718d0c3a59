import type { Selectable } from 'kysely'
import type { Problem } from '../domain/problem.ts'
import { encodeReason, type Reason } from '../domain/reason.ts'
import { slotAfterChange } from '../domain/schedule-change.ts'
import { furthestSlot, slotAt } from '../domain/slot.ts'
import { chatItself, type ResetPreference, type ScheduleDefaults } from '../domain/subscription.ts'
import { newestArrival } from './arrivals.ts'
import { describeRaw, unreadable, usualOf } from './cells.ts'
import { endOpenDelivery } from './deliveries.ts'
import { ownHours } from './hour-papers.ts'
import { recordProblem } from './problems.ts'
import { slices } from './slices.ts'
import { notesFromRow, subscriptionShape } from './subscription-shape.ts'
import { isOf, preferencesFromRow, servedSlots, timesToRow } from './subscriptions.ts'
import type { Database, Tables, Transaction } from './tables.ts'

type Row = Selectable<Tables['subscription']>

/** What stands in for the preferences of a chat, and what time it is. */
export type Mending = { defaults: ScheduleDefaults; now: Temporal.Instant }

/** What a chat is told of in its next digest, and admins in plain words. */
const ofPreferences: Record<string, { note: ResetPreference; code: string }> = {
  zone: { note: 'zone', code: 'lost-zone' },
  times: { note: 'times', code: 'lost-times' },
  weekdays: { note: 'weekdays', code: 'lost-weekdays' },
  paused_until: { note: 'pause', code: 'lost-pause' },
}

/**
 * The numbers of some subscriptions whose next slot is one that never comes: further ahead than any
 * can be, as a clock that was wrong leaves it, or no time at all.
 */
export async function straySubscriptions(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<number[]> {
  // Where a column may hold words, they are larger than any number.
  const rows = await db
    .selectFrom('subscription')
    .select('id')
    .where('ended_at', 'is', null)
    .where('next_slot_at', '>', now.add(furthestSlot).epochMilliseconds)
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Lets what is usual stand in for what cannot be read of these subscriptions: their next digest and
 * the admins are told. One ends whose chat cannot be read, or whose topic, where the chat itself has a
 * digest already. Returns what was found.
 */
export function mendSubscriptions(
  db: Database,
  ids: readonly number[],
  mending: Mending,
): Promise<Problem[]> {
  return db.transaction().execute(async (trx) => {
    const newest = await newestArrival(trx)
    const found: Problem[] = []
    for (const some of slices(ids)) {
      const rows = await trx
        .selectFrom('subscription')
        .selectAll()
        .where('id', 'in', some)
        .where('ended_at', 'is', null)
        .execute()
      for (const row of rows) found.push(...(await mend(trx, row, newest, mending)))
    }
    return found
  })
}

async function mend(
  trx: Transaction,
  row: Row,
  newest: number,
  { defaults, now }: Mending,
): Promise<Problem[]> {
  const bad = new Set(unreadable(subscriptionShape, row))
  if (!bad.has('covered_through') && Number(row.covered_through) > newest) {
    bad.add('covered_through')
  }
  const problems = [...bad].map((name) => problemOf(row, name))
  for (const problem of problems) await recordProblem(trx, problem, now)
  const isAnother = bad.has('thread_id') && !bad.has('chat_id') && (await hasOwnDigest(trx, row))
  if (bad.has('chat_id') || isAnother) {
    await end(trx, row.id, now)
    return problems
  }
  const usual = {
    ...usualOf(subscriptionShape, bad),
    ...(bad.has('zone') && { zone: defaults.zone }),
    ...(bad.has('times') && { times: timesToRow([defaults.time]) }),
  }
  const next = subscriptionShape.next_slot_at.read(row.next_slot_at)
  const isStray = !next || Temporal.Instant.compare(next, now.add(furthestSlot)) > 0
  const set = {
    ...usual,
    notes: notesOf(row, bad),
    ...(isStray && { next_slot_at: await nextSlotOf(trx, { ...row, ...usual }, now) }),
  }
  await trx.updateTable('subscription').set(set).where('id', '=', row.id).execute()
  return problems
}

/** Whether the chat itself has a subscription, so that one whose topic cannot be read cannot become that. */
async function hasOwnDigest(trx: Transaction, { id, chat_id: chatId }: Row): Promise<boolean> {
  const own = await trx
    .selectFrom('subscription')
    .select('id')
    .where(isOf(chatItself(chatId)))
    .where('id', '!=', id)
    .executeTakeFirst()
  return own !== undefined
}

function problemOf(row: Row, name: string): Problem {
  const raw = describeRaw(Object.entries(row).find(([column]) => column === name)?.[1])
  const code = name === 'chat_id' ? 'lost-chat' : ofPreferences[name]?.code
  const [subject, id] = ['subscription' as const, row.id]
  return code
    ? { subject, id, code, detail: raw }
    : { subject, id, code: 'lost-value', detail: `${name}: ${raw}` }
}

function notesOf(row: Row, bad: ReadonlySet<string>): string | null {
  const notes = new Set(notesFromRow(row.notes))
  for (const name of bad) {
    const preference = ofPreferences[name]
    if (preference) notes.add(preference.note)
  }
  return notes.size > 0 ? [...notes].join(' ') : null
}

async function nextSlotOf(trx: Transaction, row: Row, now: Temporal.Instant): Promise<number> {
  const hours = (await ownHours(trx, [row.id])).get(row.id) ?? []
  const preferences = { ...preferencesFromRow({ ...row, paper: null }), hours }
  const served = await servedSlots(trx, row.id)
  // A digest that was still to come today comes now.
  const owed = slotAt(now, preferences.zone)
  return slotAfterChange(preferences, { owed, served, receivedAt: null }, now).at.epochMilliseconds
}

async function end(trx: Transaction, id: number, now: Temporal.Instant): Promise<void> {
  const reason: Reason = { code: 'chat-unreadable' }
  await trx
    .updateTable('subscription')
    .set({ ended_at: now.epochMilliseconds, end_reason: encodeReason(reason) })
    .where('id', '=', id)
    .execute()
  await endOpenDelivery(trx, id, 'failed', reason)
}

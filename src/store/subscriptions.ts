import type { Selectable } from 'kysely'
import { type Paper, usualPaper } from '../domain/paper.ts'
import { encodeReason, type Reason } from '../domain/reason.ts'
import type { Schedule } from '../domain/schedule.ts'
import { type Preferences, type Subscription, stoppedByReader } from '../domain/subscription.ts'
import { instant, readCell } from './cells.ts'
import { endOpenDelivery } from './deliveries.ts'
import { keepPaper, paperShape } from './papers.ts'
import { subscriptionShape } from './subscription-shape.ts'
import type { Database, Tables, Transaction } from './tables.ts'

/** The subscription of a chat that gets digests, or null when it gets none. */
export async function findSubscription(db: Database, chatId: number): Promise<Subscription | null> {
  const row = await subscriptionRows(db)
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? subscriptionFromRow(row) : null
}

/** What a chat once chose, also when it gets no digests now. */
export async function rememberedPreferences(
  db: Database,
  chatId: number,
): Promise<Preferences | null> {
  const row = await subscriptionRows(db).where('chat_id', '=', chatId).executeTakeFirst()
  return row ? subscriptionFromRow(row) : null
}

/** The preferences of a chat that lost its digests in another way than by stopping them; else null. */
export async function lostPreferences(db: Database, chatId: number): Promise<Preferences | null> {
  const row = await subscriptionRows(db)
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is not', null)
    // Older versions wrote prose.
    .where('end_reason', 'not in', [encodeReason(stoppedByReader), 'stopped by the reader'])
    .executeTakeFirst()
  return row ? subscriptionFromRow(row) : null
}

/** The subscriptions, each with its paper. */
export function subscriptionRows(db: Database) {
  return db
    .selectFrom('subscription')
    .leftJoin('paper', 'paper.id', 'subscription.paper_id')
    .selectAll('subscription')
    .select('paper.value as paper')
}

type Row = Selectable<Tables['subscription']> & { paper: string | null }

/** Starts, restarts or changes a chat's subscription; preferences left out stay as they are. */
export async function saveSubscription(
  db: Database,
  preferences: Partial<Preferences> &
    Pick<Subscription, 'chatId' | 'zone' | 'times' | 'nextSlotAt'> & { threadId?: number | null },
  now: Temporal.Instant,
): Promise<Subscription> {
  const values = {
    zone: preferences.zone,
    times: timesToRow(preferences.times),
    weekdays: preferences.weekdays?.join(''),
    paused_until:
      preferences.pausedUntil === null ? null : preferences.pausedUntil?.epochMilliseconds,
    quiet_note: preferences.quietNote === undefined ? undefined : Number(preferences.quietNote),
    silence: preferences.silence,
    language: preferences.language,
    thread_id: preferences.threadId,
    paper_id: preferences.paper && (await keepPaper(db, preferences.paper)),
    next_slot_at: preferences.nextSlotAt.epochMilliseconds,
    ended_at: null,
    end_reason: null,
  }
  const { id } = await db
    .insertInto('subscription')
    .values({ chat_id: preferences.chatId, created_at: now.epochMilliseconds, ...values })
    .onConflict((c) => c.column('chat_id').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  const saved = subscriptionRows(db).where('subscription.id', '=', id)
  return subscriptionFromRow(await saved.executeTakeFirstOrThrow())
}

/** Keeps the schedule of a chat that gets no digests now, for the time when it does again. */
export async function keepSchedule(
  db: Database,
  chatId: number,
  { zone, times }: Pick<Schedule, 'zone' | 'times'>,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ zone, times: timesToRow(times) })
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is not', null)
    .execute()
}

/** Changes what a chat's digest brings. */
export async function savePaper(trx: Transaction, chatId: number, paper: Paper): Promise<void> {
  await trx
    .updateTable('subscription')
    .set({ paper_id: await keepPaper(trx, paper) })
    .where('chat_id', '=', chatId)
    .execute()
}

export function timesToRow(times: readonly Temporal.PlainTime[]): string {
  return times.map((time) => time.toString({ smallestUnit: 'minute' })).join(' ')
}

/**
 * Ends a chat's subscription and what is on its way to it, with the reason for the admins; false
 * when it had none.
 */
export async function endSubscription(
  trx: Transaction,
  chatId: number,
  reason: Reason,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await trx
    .updateTable('subscription')
    .set({ ended_at: now.epochMilliseconds, end_reason: encodeReason(reason) })
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  await endOpenDelivery(trx, ended.id, 'failed', reason)
  return true
}

/** Notes that the arrivals up to one have been delivered to a chat. */
export async function recordCovered(db: Database, chatId: number, through: number): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ covered_through: through })
    .where('chat_id', '=', chatId)
    .execute()
}

/** The names of the slots that a subscription was served on the newest date of all, ascending. */
export async function servedSlots(db: Database, subscriptionId: number): Promise<string[]> {
  // Older versions wrote prose.
  const nothingNew = [encodeReason({ code: 'nothing-new' }), 'nothing new']
  const served = db
    .selectFrom('delivery')
    .select('slot')
    .where('subscription_id', '=', subscriptionId)
    .where((e) => e.or([e('state', 'in', ['planned', 'sent']), e('reason', 'in', nothingNew)]))
    .orderBy('slot', 'desc')
  const rows = await served.limit(mostSlotsOfDay).execute()
  const names = rows.map(({ slot }) => slot).filter(isSlotName)
  const newest = names[0]?.slice(0, 10) ?? ''
  return names.filter((name) => name.startsWith(newest)).reverse()
}

function isSlotName(raw: unknown): boolean {
  if (typeof raw !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(raw)) return false
  try {
    return Boolean(Temporal.PlainDateTime.from(raw))
  } catch {
    return false
  }
}

// Changes of zone and times can bring a day more slots than one schedule has.
const mostSlotsOfDay = 24

/** Instants in (after, until] at which subscriptions are due, with how many; and how many there are. */
export async function slotsAhead(
  db: Database,
  after: Temporal.Instant,
  until: Temporal.Instant,
): Promise<{ slots: { at: Temporal.Instant; chats: number }[]; subscriptions: number }> {
  const active = db.selectFrom('subscription').where('ended_at', 'is', null)
  const slots = await active
    .where('next_slot_at', '>', after.epochMilliseconds)
    .where('next_slot_at', '<=', until.epochMilliseconds)
    .where((e) =>
      e.or([e('paused_until', 'is', null), e('paused_until', '<=', e.ref('next_slot_at'))]),
    )
    .groupBy('next_slot_at')
    .orderBy('next_slot_at')
    .select((e) => ['next_slot_at', e.fn.countAll<number>().as('chats')])
    .execute()
  const { count } = await active
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    slots: slots.flatMap((slot) => {
      const at = instant(slot.next_slot_at)
      return at ? [{ at, chats: Number(slot.chats) }] : []
    }),
    subscriptions: Number(count),
  }
}

/** Reads the columns that hold preferences; defaults replace what cannot be read. */
export function preferencesFromRow(
  row: Pick<
    Row,
    'zone' | 'times' | 'weekdays' | 'paused_until' | 'quiet_note' | 'silence' | 'paper' | 'language'
  >,
): Preferences {
  return {
    zone: readCell(subscriptionShape.zone, row.zone),
    times: readCell(subscriptionShape.times, row.times),
    weekdays: readCell(subscriptionShape.weekdays, row.weekdays),
    pausedUntil: readCell(subscriptionShape.paused_until, row.paused_until),
    quietNote: readCell(subscriptionShape.quiet_note, row.quiet_note),
    silence: readCell(subscriptionShape.silence, row.silence),
    paper: row.paper === null ? usualPaper : readCell(paperShape.value, row.paper),
    language: readCell(subscriptionShape.language, row.language),
  }
}

function subscriptionFromRow(row: Row): Subscription {
  return {
    ...preferencesFromRow(row),
    id: row.id,
    chatId: row.chat_id,
    nextSlotAt: readCell(subscriptionShape.next_slot_at, row.next_slot_at),
    coveredThrough: readCell(subscriptionShape.covered_through, row.covered_through),
  }
}

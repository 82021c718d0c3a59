import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Paper } from '../domain/paper.ts'
import { encodeReason, type Reason } from '../domain/reason.ts'
import type { Schedule } from '../domain/schedule.ts'
import {
  type ChatTopic,
  type Preferences,
  type Subscription,
  stoppedByReader,
  topicGone,
} from '../domain/subscription.ts'
import { arrivedAt, newestArrival } from './arrivals.ts'
import { instant, readCell } from './cells.ts'
import { endOpenDelivery } from './deliveries.ts'
import { ownHours } from './hour-papers.ts'
import { keepPaper, readPaper } from './papers.ts'
import { subscriptionShape } from './subscription-shape.ts'
import type { Database, Tables, Transaction } from './tables.ts'

/** A topic of a chat by its number, and 0 for the chat itself: as the unique index has it. */
const topicKey = sql<number>`coalesce(thread_id, 0)`

/** Whether a subscription is that of a topic of a chat, or of the chat itself. */
export function isOf({ chatId, threadId }: ChatTopic) {
  return (e: ExpressionBuilder<Tables, 'subscription'>) =>
    e.and([e('chat_id', '=', chatId), e(topicKey, '=', threadId ?? 0)])
}

/** The subscription of what gets digests, or null when it gets none. */
export async function findSubscription(
  db: Database,
  topic: ChatTopic,
): Promise<Subscription | null> {
  const row = await subscriptionRows(db)
    .where(isOf(topic))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? subscriptionFrom(db, row) : null
}

/** What was once chosen there, also when it gets no digests now. */
export async function rememberedPreferences(
  db: Database,
  topic: ChatTopic,
): Promise<Subscription | null> {
  const row = await subscriptionRows(db).where(isOf(topic)).executeTakeFirst()
  return row ? subscriptionFrom(db, row) : null
}

/** The same, or else what the chat itself once chose, of which it is a topic. */
export async function preferencesAt(
  db: Database,
  { chatId, threadId }: ChatTopic,
): Promise<Subscription | null> {
  const row = await subscriptionRows(db)
    .where('chat_id', '=', chatId)
    .where(topicKey, 'in', [0, threadId ?? 0])
    .orderBy(topicKey, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? subscriptionFrom(db, row) : null
}

/** The chat or topic of a subscription, by its number, also when it gets no digests now. */
export async function topicOfSubscription(db: Database, id: number): Promise<ChatTopic | null> {
  const row = await db
    .selectFrom('subscription')
    .select(['chat_id', 'thread_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return { chatId: row.chat_id, threadId: readCell(subscriptionShape.thread_id, row.thread_id) }
}

const endedForGood = [
  ...[stoppedByReader, topicGone].map(encodeReason),
  // Older versions wrote prose.
  'stopped by the reader',
]

/** The subscriptions of a chat and its topics that ended since nothing could be sent to the chat. */
export async function lostSubscriptions(db: Database, chatId: number): Promise<Subscription[]> {
  const rows = await subscriptionRows(db)
    .where('chat_id', '=', chatId)
    .where('ended_at', 'is not', null)
    .where('end_reason', 'not in', endedForGood)
    .execute()
  return Promise.all(rows.map((row) => subscriptionFrom(db, row)))
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

/** Starts, restarts or changes a subscription, that of a chat itself without a topic; preferences left out stay as they are. */
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
    paper_id: preferences.paper && (await keepPaper(db, preferences.paper)),
    next_slot_at: preferences.nextSlotAt.epochMilliseconds,
    ended_at: null,
    end_reason: null,
  }
  const { id } = await db
    .insertInto('subscription')
    .values({
      chat_id: preferences.chatId,
      thread_id: preferences.threadId ?? null,
      created_at: now.epochMilliseconds,
      ...values,
    })
    .onConflict((c) => c.expression(sql`chat_id, ${topicKey}`).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  const saved = subscriptionRows(db).where('subscription.id', '=', id)
  return subscriptionFrom(db, await saved.executeTakeFirstOrThrow())
}

/** Keeps the schedule of what gets no digests now, for the time when it does again. */
export async function keepSchedule(
  db: Database,
  topic: ChatTopic,
  { zone, times }: Pick<Schedule, 'zone' | 'times'>,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ zone, times: timesToRow(times) })
    .where(isOf(topic))
    .where('ended_at', 'is not', null)
    .execute()
}

/** Changes what a digest brings. */
export async function savePaper(trx: Transaction, topic: ChatTopic, paper: Paper): Promise<void> {
  const paper_id = await keepPaper(trx, paper)
  // What arrives from now on is told at once.
  const newest = await newestArrival(trx)
  const hasAlerts = paper.follows.some(({ alert }) => alert)
  await trx
    .updateTable('subscription')
    .set((e) => ({
      paper_id,
      alert_through: hasAlerts ? e.fn.coalesce('alert_through', e.val(newest)) : null,
    }))
    .where(isOf(topic))
    .execute()
}

export function timesToRow(times: readonly Temporal.PlainTime[]): string {
  return times.map((time) => time.toString({ smallestUnit: 'minute' })).join(' ')
}

/**
 * Ends a subscription and what is on its way to it, with the reason for the admins; false when there was
 * none.
 */
export function endSubscription(
  trx: Transaction,
  topic: ChatTopic,
  reason: Reason,
  now: Temporal.Instant,
): Promise<boolean> {
  return endThose(trx, isOf(topic), reason, now)
}

/** The same for a chat and all its topics. */
export function endSubscriptionsOfChat(
  trx: Transaction,
  chatId: number,
  reason: Reason,
  now: Temporal.Instant,
): Promise<boolean> {
  return endThose(trx, (e) => e('chat_id', '=', chatId), reason, now)
}

async function endThose(
  trx: Transaction,
  isMeant: (e: ExpressionBuilder<Tables, 'subscription'>) => Expression<SqlBool>,
  reason: Reason,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await trx
    .updateTable('subscription')
    .set({ ended_at: now.epochMilliseconds, end_reason: encodeReason(reason) })
    .where(isMeant)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of ended) await endOpenDelivery(trx, id, 'failed', reason)
  return ended.length > 0
}

/** Notes that the arrivals up to one have been delivered. */
export async function recordCovered(
  db: Database,
  topic: ChatTopic,
  through: number,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ covered_through: through })
    .where(isOf(topic))
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
    .where('slot', 'not like', 'alert %')
    .where((e) => e.or([e('state', 'in', ['planned', 'sent']), e('reason', 'in', nothingNew)]))
    .orderBy('slot', 'desc')
  const rows = await served.limit(mostSlotsOfDay).execute()
  const names = rows.map(({ slot }) => slot).filter(isSlotName)
  const newest = names[0]?.slice(0, 10) ?? ''
  return names.filter((name) => name.startsWith(newest)).reverse()
}

/** When the newest arrived of what a subscription has got since its last slot was planned; null where it has got nothing. */
export async function receivedAt(
  db: Database,
  { id, coveredThrough }: Pick<Subscription, 'id' | 'coveredThrough'>,
): Promise<Temporal.Instant | null> {
  const newest = coveredThrough === null ? null : await arrivedAt(db, coveredThrough)
  const last = await db
    .selectFrom('delivery')
    .where('subscription_id', '=', id)
    .where('slot', 'not like', 'alert %')
    .select((e) => e.fn.max('created_at').as('plannedAt'))
    .executeTakeFirst()
  return newest && newest.epochMilliseconds > (last?.plannedAt ?? 0) ? newest : null
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
    paper: readPaper(row.paper),
    language: readCell(subscriptionShape.language, row.language),
  }
}

async function subscriptionFrom(db: Database, row: Row): Promise<Subscription> {
  const hours = (await ownHours(db, [row.id])).get(row.id) ?? []
  return {
    ...preferencesFromRow(row),
    hours,
    id: row.id,
    chatId: row.chat_id,
    threadId: readCell(subscriptionShape.thread_id, row.thread_id),
    nextSlotAt: readCell(subscriptionShape.next_slot_at, row.next_slot_at),
    coveredThrough: readCell(subscriptionShape.covered_through, row.covered_through),
  }
}

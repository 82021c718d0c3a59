import { fallbackLanguage } from '../domain/language.ts'
import type { Brought, OwnHour } from '../domain/own-hour.ts'
import type { DigestNote, Subscription } from '../domain/subscription.ts'
import { alertedArticles } from './alerted.ts'
import { newestArrival } from './arrivals.ts'
import { broughtTo } from './brought.ts'
import { instant } from './cells.ts'
import type { PartialEdition } from './editions.ts'
import { ownHours } from './hour-papers.ts'
import { isPlannable, notesFromRow } from './subscription-shape.ts'
import { preferencesFromRow } from './subscriptions.ts'
import type { Database } from './tables.ts'

/** Subscriptions that are due at the same instant, with the same preferences and the same past. */
export type DueGroup = Omit<Subscription, 'id' | 'chatId' | 'threadId' | 'silence' | 'language'> & {
  /** That of the chat, of its person, or what stands in for either. */
  language: string
  /** The same for two groups only if they are one. */
  key: string
  /** The first parts of editions that reached it before their delivery failed. */
  partial: PartialEdition[]
  /** The articles that it was told at once, and that no digest has covered. */
  alerted: number[]
  /** The hours that bring papers of their own. */
  hours: OwnHour[]
  /** What has come by which of several papers. */
  brought: Brought[]
  /** What its next digest tells of it. */
  notes: DigestNote[]
  subscriptionIds: number[]
}

export type DueSubscriptions = {
  groups: DueGroup[]
  /** The numbers of those that are due and cannot be read as they are. */
  unreadable: number[]
}

/** Reads groups by their keys, as they are in the database. */
export async function readDueGroups(
  db: Database,
  raw: ReadonlyMap<string, RawGroup>,
): Promise<DueSubscriptions> {
  const newest = await newestArrival(db)
  const groups: DueGroup[] = []
  const unreadable: number[] = []
  for (const [key, { row, subscriptionIds, ...past }] of raw) {
    // All of a group are the same but for what no plan depends on: one is looked at for all.
    const nextSlotAt = instant(row.next_slot_at)
    if (!nextSlotAt || !isPlannable(row, newest)) {
      unreadable.push(...subscriptionIds)
      continue
    }
    const preferences = preferencesFromRow(row)
    groups.push({
      ...preferences,
      ...past,
      language: preferences.language ?? fallbackLanguage,
      key,
      nextSlotAt,
      coveredThrough: row.covered_through,
      notes: notesFromRow(row.notes),
      subscriptionIds,
    })
  }
  return { groups, unreadable }
}

/** A group by its rows, of which one stands for all. */
export type RawGroup = Pick<
  DueGroup,
  'partial' | 'alerted' | 'hours' | 'brought' | 'subscriptionIds'
> & {
  row: Awaited<ReturnType<typeof waitingLongest>>[number]
}

/**
 * The `limit` subscriptions that have waited longest for their slot, in groups by their keys. One with a
 * delivery on its way is left out until that has ended: only then is it known what the next one covers.
 */
export async function dueGroups(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<Map<string, RawGroup>> {
  const rows = await waitingLongest(db, now, limit)
  const ids = rows.map(({ id }) => id)
  const partialOf = await partialEditions(db, ids)
  const told = rows.flatMap(({ id, alert_through }) => (alert_through === null ? [] : id))
  const alertedOf = await alertedArticles(db, told)
  const hoursOf = await ownHours(db, ids)
  const broughtOf = await broughtTo(db, ids)
  const groups = new Map<string, RawGroup>()
  for (const row of rows) {
    // No plan depends on how loud it is, nor on how far it has been told at once.
    const { id, silence, alert_through, paper, ...planned } = row
    const [partial, alerted] = [partialOf.get(id) ?? [], alertedOf.get(id) ?? []]
    const [hours, brought] = [hoursOf.get(id) ?? [], broughtOf.get(id) ?? []]
    const key = JSON.stringify([Object.values(planned), partial, alerted, hours, brought])
    const group = groups.get(key)
    if (group) group.subscriptionIds.push(id)
    else groups.set(key, { row, partial, alerted, hours, brought, subscriptionIds: [id] })
  }
  return groups
}

function waitingLongest(db: Database, now: Temporal.Instant, limit: number) {
  return db
    .selectFrom('subscription')
    .leftJoin('paper', 'paper.id', 'subscription.paper_id')
    .leftJoin('person', 'person.id', 'subscription.chat_id')
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
    .select([
      'subscription.id',
      'zone',
      'times',
      'weekdays',
      'paused_until',
      'quiet_note',
      'silence',
      'alert_through',
    ])
    .select(['next_slot_at', 'covered_through', 'notes', 'paper.value as paper'])
    .select('paper.hash as paper_hash')
    .select((e) => e.fn.coalesce('subscription.language', 'person.language').as('language'))
    .orderBy('next_slot_at')
    .orderBy('subscription.id')
    .limit(limit)
    .execute()
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
    .where('delivery.state', 'in', ['failed', 'skipped'])
    .where('delivery.subscription_id', 'in', subscriptionIds)
    .where('part.state', '=', 'sent')
    .where((e) =>
      e.or([
        e('subscription.covered_through', 'is', null),
        e('subscription.covered_through', '<', e.ref('edition.covers_through')),
        e.exists(
          e
            .selectFrom('hour_paper')
            .select('time')
            .whereRef('hour_paper.subscription_id', '=', 'subscription.id')
            .whereRef('hour_paper.covered_through', '<', 'edition.covers_through'),
        ),
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

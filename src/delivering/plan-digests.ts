import type { EditionPart } from '../domain/delivery.ts'
import { type OwnHour, ownHourAt, paperOfHour } from '../domain/own-hours.ts'
import type { Reason } from '../domain/reason.ts'
import { onTimeMinutes, settleDueSlots } from '../domain/schedule-due.ts'
import type { Search, SearchRequest } from '../domain/search.ts'
import type { Slot } from '../domain/slot.ts'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { Translate, TranslateInto } from '../domain/translate.ts'
import { describeError } from '../lib/describe-error.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { createCatch } from '../serving/caught.ts'
import { type Composing, composeEdition, requestUpTo } from '../serving/compose-edition.ts'
import { setAside } from '../serving/set-aside.ts'
import { newestArrival } from '../store/arrivals.ts'
import { mergeStaleDeliveries } from '../store/deliveries.ts'
import { dialect } from '../store/dialect.ts'
import { type DueGroup, dueGroups } from '../store/due-groups.ts'
import { addEdition } from '../store/editions.ts'
import { mendSubscriptions, straySubscriptions } from '../store/mend-subscriptions.ts'
import { type GroupPlan, planDueGroups } from '../store/planning.ts'

export type Planning = Omit<Composing, 't' | 'catches'> & {
  /** Looks in the archive for what followed searches find; without it they find nothing. */
  findArticles?: (request: SearchRequest) => Promise<Search>
  translateInto: TranslateInto
  /** How old a missed slot may be to be caught up; an older one merges into the next. */
  catchUpHours: number
  /** What stands in for preferences that cannot be read. */
  defaults?: ScheduleDefaults
}

/** So long the digests of one run wait in all for the searches that are followed. */
const caughtWithinMs = 30_000

const usualDefaults = { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }

/** Few enough that others are served in between, and enough for most chats to share a statement. */
const batchSize = 1000

/**
 * Plans the digest of every subscription whose slot has come; returns the number of new deliveries.
 * Chats with the same preferences and the same past share one edition, composed once.
 */
export async function planDueDigests(planning: Planning): Promise<number> {
  const { db, now } = planning
  await recallStrays(planning)
  const composer = createComposer(planning, await newestArrival(db))
  const met = { due: new Set<number>(), unreadable: new Set<number>() }
  let planned = 0
  for (;;) {
    const { groups, unreadable } = await dueGroups(db, now, batchSize)
    const due = groups.flatMap(({ subscriptionIds }) => subscriptionIds)
    // What is due again though it was planned, or mended, would be so for ever.
    const isProgress = [addAll(met.due, due), addAll(met.unreadable, unreadable)].includes(true)
    if (!isProgress) return planned
    await mend(planning, unreadable)
    const plans = new Map<string, GroupPlan>()
    for (const group of groups) plans.set(group.key, await planGroup(group, planning, composer))
    // Looked up again within the transaction: a chat that changed its preferences meanwhile is not in it.
    planned += await planDueGroups(db, now, batchSize, ({ key }) => plans.get(key) ?? null)
    await letOthersWork()
  }
}

/** Lets those be due again whose next slot is one that never comes. */
async function recallStrays(planning: Planning): Promise<void> {
  const { db, now } = planning
  const met = new Set<number>()
  for (;;) {
    const strays = await straySubscriptions(db, now, batchSize)
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

async function planGroup(
  group: DueGroup,
  { now, catchUpHours }: Planning,
  composer: Composer,
): Promise<GroupPlan> {
  const hourAt = (slot: Slot) => ownHourAt(group, group.hours, slot)
  const { digest, skipped, next } = settleDueSlots(group, now, catchUpHours, (slot) =>
    String(hourAt(slot)?.time ?? ''),
  )
  const hour = digest && hourAt(digest.slot)
  const served = hour ? atHour(group, hour) : group
  const { paper, coveredThrough: after } = served
  const plan = {
    ...{ digest: null, skipped, nextSlotAt: next.at, coveredThrough: null },
    ...{ hour, paper, after },
  }
  if (!digest) return plan
  const editionId = await composer.editionFor(served, { ...digest, hour })
  if (typeof editionId !== 'number') {
    const reason: Reason = { code: editionId === null ? 'nothing-new' : editionId }
    const skip = { slot: digest.slot, reason }
    return { ...plan, skipped: [...skipped, skip], coveredThrough: composer.newest }
  }
  const isOnTime =
    Temporal.Instant.compare(digest.slot.at.add({ minutes: onTimeMinutes }), now) >= 0
  const note: Reason | null = isOnTime ? null : { code: 'caught-up' }
  return { ...plan, digest: { slot: digest.slot, editionId, note } }
}

/** What a group is to an hour of its own. */
function atHour(group: DueGroup, hour: OwnHour): DueGroup {
  return {
    ...group,
    paper: paperOfHour(hour, group.paper),
    coveredThrough: hour.coveredThrough,
  }
}

type DueDigest = { slot: Slot; isLate: boolean; hour: OwnHour | null }

type Composer = {
  /** The last arrival that its editions cover. */
  newest: number
  /**
   * The edition for a group, composed and kept at the first call; null when nothing is new. One that
   * cannot be composed is set aside with what it would have covered, so that the next one can come.
   */
  editionFor(group: DueGroup, digest: DueDigest): Promise<Edition>
}

type Edition = number | null | 'not-composed'

function createComposer(planning: Planning, newest: number): Composer {
  const { db, translateInto, log, now, findArticles } = planning
  const catches = findArticles && createCatch({ findArticles, log, now, limitMs: caughtWithinMs })
  const compose = (
    group: DueGroup,
    { hour }: DueDigest,
    { notice, t }: { notice: string | null; t: Translate },
  ) => {
    const { zone, coveredThrough: after, partial: except, paper, alerted, brought } = group
    const request = { ...requestUpTo(now, { after, upTo: newest }), hour: hour?.time ?? null }
    return composeEdition({ ...planning, t, ...(catches && { catches }) }, request, zone, {
      except,
      notice,
      paper,
      alerted,
      brought: brought.filter(({ through }) => through > (after ?? 0)),
    })
  }
  const keep = async (parts: EditionPart[], { language }: DueGroup) =>
    parts.length === 0 ? null : addEdition(db, { parts, coversThrough: newest, language }, now)

  const editions = new Map<string, Edition>()
  const find = async (group: DueGroup, digest: DueDigest): Promise<Edition> => {
    const t = translateInto(group.language)
    const notice = noticeOf(group, digest.isLate, t)
    const edition = await keep(await compose(group, digest, { notice, t }), group)
    await letOthersWork()
    return edition === null && group.quietNote ? keep([quietNote(notice, t)], group) : edition
  }
  return {
    newest,
    async editionFor(group, digest) {
      const { zone, language, coveredThrough, partial, paper, alerted } = group
      const { isLate, hour } = digest
      const { notes, times, quietNote } = group
      // Whatever an edition depends on.
      const key = JSON.stringify([
        [zone, language, coveredThrough, partial, paper, alerted, quietNote, isLate],
        notes.length > 0 && [notes, times],
        [hour?.time, group.brought],
      ])
      const known = editions.get(key)
      if (known !== undefined) return known
      const edition = await find(group, digest).catch(async (error): Promise<Edition> => {
        // The fault of no edition: planned again in a minute.
        if (dialect.isStorageFailure(error)) throw error
        const [id = 0] = group.subscriptionIds
        const detail = describeError(error)
        await setAside(planning, { subject: 'subscription', id, code: 'not-composed', detail })
        return 'not-composed'
      })
      editions.set(key, edition)
      return edition
    },
  }
}

/** What stands above a digest: that it is late, and what it is to tell its chat. */
function noticeOf(group: DueGroup, isLate: boolean, t: Translate): string | null {
  const times = group.times.map((time) => time.toString({ smallestUnit: 'minute' })).join(', ')
  const lines = [
    ...(isLate ? [t('digest-late')] : []),
    ...group.notes.map((note) =>
      note === 'saved' ? t('digest-saved') : t(`digest-reset-${note}`, { zone: group.zone, times }),
    ),
  ]
  return lines.length > 0 ? lines.join('\n') : null
}

function quietNote(notice: string | null, t: Translate): EditionPart {
  const html = [notice, t('digest-quiet')].filter((line) => line !== null).join('\n\n')
  return { html, more: null, articleIds: [] }
}

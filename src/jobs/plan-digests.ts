import type { EditionPart } from '../domain/delivery.ts'
import { describeError } from '../domain/describe-error.ts'
import { onTimeMinutes, settleDueSlots } from '../domain/schedule-due.ts'
import type { Slot } from '../domain/slot.ts'
import type { Translate } from '../domain/translate.ts'
import { newestArticle } from '../store/article-rows.ts'
import { mergeStaleDeliveries } from '../store/deliveries.ts'
import { type DueGroup, dueGroups } from '../store/due-groups.ts'
import { addEdition } from '../store/editions.ts'
import { type GroupPlan, planDueGroups } from '../store/planning.ts'
import { isStorageFailure } from '../store/storage-failure.ts'
import { type Composing, composeEdition, digestDays } from './compose-edition.ts'
import { setAside } from './set-aside.ts'

export type Planning = Composing & {
  /** How old a missed slot may be to be caught up; an older one merges into the next. */
  catchUpHours: number
}

/** Few enough that others are served in between, and enough for most chats to share a statement. */
const batchSize = 1000

/**
 * Plans the digest of every subscription whose slot has come; gives the number of new deliveries.
 * Chats with the same wishes and the same past share one edition, composed once.
 */
export async function planDueDigests(planning: Planning): Promise<number> {
  const { db, now } = planning
  const composer = createComposer(planning, await newestArticle(db))
  let planned = 0
  for (;;) {
    const groups = await dueGroups(db, now, batchSize)
    if (groups.length === 0) return planned
    const plans = new Map<string, GroupPlan>()
    for (const group of groups) plans.set(group.key, await planGroup(group, planning, composer))
    // Looked up again within the transaction: a chat that changed its wishes meanwhile is not in it.
    planned += await planDueGroups(db, now, batchSize, ({ key }) => plans.get(key) ?? null)
    await letOthersWork()
  }
}

/**
 * After downtime: lets go of digests that an earlier run planned and did not begin to send, when they
 * are too old to be caught up. What they held comes with the next. Gives their number.
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
  const { digest, skipped, next } = settleDueSlots(group, now, catchUpHours)
  const plan = { digest: null, skipped, nextSlotAt: next.at, coveredThrough: null }
  if (!digest) return plan
  const editionId = await composer.editionFor(group, digest)
  if (typeof editionId !== 'number') {
    const reason = editionId === null ? ('nothing new' as const) : editionId
    const skip = { slot: digest.slot, reason }
    return { ...plan, skipped: [...skipped, skip], coveredThrough: composer.newest }
  }
  const isOnTime =
    Temporal.Instant.compare(digest.slot.at.add({ minutes: onTimeMinutes }), now) >= 0
  return { ...plan, digest: { slot: digest.slot, editionId, note: isOnTime ? null : 'caught up' } }
}

type Composer = {
  /** The newest article that its editions cover. */
  newest: number
  /**
   * The edition for a group, composed and kept at the first call; null when nothing is new. One that
   * cannot be composed is set aside with what it would have covered, so that the next one can come.
   */
  editionFor(group: DueGroup, digest: { slot: Slot; isLate: boolean }): Promise<Edition>
}

type Edition = number | null | 'could not be composed'

function createComposer(planning: Planning, newest: number): Composer {
  const { db, t, now } = planning
  const compose = async (group: DueGroup, isLate: boolean): Promise<EditionPart[] | null> => {
    const { zone, coveredThrough: after, partial: except } = group
    const request = { asOf: now, days: digestDays, after, upTo: newest, offset: 0 }
    try {
      const notice = isLate ? t('digest-late') : null
      return await composeEdition(planning, request, zone, { except, notice })
    } catch (error) {
      // The fault of no edition: planned again in a minute.
      if (isStorageFailure(error)) throw error
      const [id = 0] = group.subscriptionIds
      const detail = describeError(error)
      await setAside(planning, { subject: 'subscription', id, code: 'not-composed', detail })
      return null
    }
  }
  const keep = async (parts: EditionPart[] | null): Promise<Edition> => {
    if (parts === null) return 'could not be composed'
    return parts.length === 0 ? null : addEdition(db, { parts, coversThrough: newest }, now)
  }

  const editions = new Map<string, Edition>()
  return {
    newest,
    async editionFor(group, { isLate }) {
      // Whatever an edition depends on.
      const key = JSON.stringify([group.zone, group.coveredThrough, group.partial, isLate])
      let edition = editions.get(key)
      if (edition === undefined) {
        edition = await keep(await compose(group, isLate))
        editions.set(key, edition)
        await letOthersWork()
      }
      if (edition !== null || !group.quietNote) return edition
      const note = editions.get('quiet') ?? (await keep([quietNote(t)]))
      editions.set('quiet', note)
      return note
    },
  }
}

function quietNote(t: Translate): EditionPart {
  return { html: t('digest-quiet'), more: null, articleIds: [] }
}

// SQLite answers within the same turn of the event loop: readers' questions wait for it to end.
function letOthersWork(): Promise<unknown> {
  return new Promise(setImmediate)
}

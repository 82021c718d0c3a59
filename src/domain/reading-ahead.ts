import type { Feed } from './feed.ts'
import { isSkipped } from './polling.ts'

/** How long before a slot that many chats share the feeds are asked for the last news. */
export const leadMinutes = 4

/** A feed that was read so recently is fresh enough, however rarely it is read otherwise. */
const freshMinutes = 30

/** Whether so many chats share a slot that feeds are read ahead of it: a twentieth of them all. */
export function isBusySlot(chats: number, subscriptions: number): boolean {
  return chats > 0 && chats * 20 >= subscriptions
}

/**
 * Whether to ask a feed once more, out of its turn, before a slot. Not one that was asked within the
 * lead, or within half its interval (30 minutes at the most); not one that fails or was given up;
 * and never sooner than its publisher asks.
 */
export function mayReadAhead(
  feed: Pick<
    Feed,
    | 'hints'
    | 'nextDueAt'
    | 'notBefore'
    | 'lastReadAt'
    | 'intervalMinutes'
    | 'failures'
    | 'stoppedAt'
  >,
  slotAt: Temporal.Instant,
  now: Temporal.Instant,
): boolean {
  const { lastReadAt, notBefore, nextDueAt, intervalMinutes } = feed
  if (!lastReadAt || feed.failures > 0 || feed.stoppedAt || isUpTo(nextDueAt, now)) return false
  if (notBefore === null || !isUpTo(notBefore, now) || isSkipped(now, feed.hints)) return false
  const restMinutes = Math.min((intervalMinutes ?? 0) / 2, freshMinutes)
  const restedAt = lastReadAt.add({ seconds: Math.round(restMinutes * 60) })
  return isUpTo(restedAt, now) && isUpTo(lastReadAt, slotAt.subtract({ minutes: leadMinutes }))
}

function isUpTo(at: Temporal.Instant, limit: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, limit) <= 0
}

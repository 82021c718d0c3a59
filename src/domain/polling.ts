import { type Feed, type PollingHints, weekdays } from './feed.ts'
import type { Reason } from './reason.ts'

/** What a poll leaves behind in a feed; `title` where it was named after its host, for want of a title. */
export type FeedHealth = Pick<
  Feed,
  | 'title'
  | 'hints'
  | 'validators'
  | 'distrustsValidators'
  | 'bodyHash'
  | 'costlyHash'
  | 'lastFullAt'
  | 'nextDueAt'
  | 'notBefore'
  | 'intervalMinutes'
  | 'failures'
  | 'notFound'
  | 'lastError'
  | 'notice'
  | 'moved'
  | 'stoppedAt'
  | 'lastReadAt'
>

/** A feed that asks for nothing. */
export const noHints: PollingHints = { ttlMinutes: null, skipHours: [], skipDays: [] }

const shortestMinutes = 5
const longestMinutes = 6 * 60
/** For a feed whose items bear no dates. */
const undatedMinutes = 60
/** How much longer the interval grows with every poll that brings nothing. */
const slowing = 1.2
const longestBackoffMinutes = 24 * 60
const firstBackoffMinutes = 15
/** No feed rests longer than this, days that it asks to be skipped among it. */
export const longestRest = Temporal.Duration.from({ hours: 8 * 24 + longestBackoffMinutes / 60 })
const stopAfterNotFound = 8
const adoptMoveAfter = Temporal.Duration.from({ hours: 72 })
const askInFullEvery = Temporal.Duration.from({ hours: 24 })

/** Whether to send the validators: not where they lie, and not for longer than a day on end. */
export function asksConditionally(feed: Feed, now: Temporal.Instant): boolean {
  if (feed.distrustsValidators || feed.lastFullAt === null) return false
  // A clock that was ahead leaves times to come.
  if (isBefore(now, feed.lastFullAt)) return false
  return isBefore(now, feed.lastFullAt.add(askInFullEvery))
}

/**
 * Minutes between polls: half the mean gap of the latest ten items, the time since the newest
 * counted as a gap, within 5 minutes and 6 hours.
 */
export function pollInterval(publishedMs: readonly number[], now: Temporal.Instant): number {
  const ages = publishedMs
    .map((ms) => (now.epochMilliseconds - ms) / 60_000)
    .filter((minutes) => minutes >= 0)
    .toSorted((a, b) => a - b)
    .slice(0, 10)
  const oldest = ages.at(-1)
  return oldest === undefined ? undatedMinutes : within(oldest / ages.length / 2)
}

/** What a poll that went well has brought. */
export type PollReading = {
  /** When the feed's items were published; null when nothing has changed since the last poll. */
  publishedMs: readonly number[] | null
  hints: PollingHints
  /** How long the server holds its answer to be fresh (RFC 9111, 5.2.2.1). */
  maxAgeSeconds: number | null
}

/**
 * What a poll that went well leaves behind. The next comes after the interval, spread by a tenth
 * either way, and no sooner than the publisher asks, where more than 6 hours count as 6. `random`
 * is in [0, 1).
 */
export function afterReading(
  feed: Feed,
  { publishedMs, hints, maxAgeSeconds }: PollReading,
  now: Temporal.Instant,
  random: number,
): Partial<FeedHealth> {
  const intervalMinutes = publishedMs
    ? pollInterval(publishedMs, now)
    : within((feed.intervalMinutes ?? undatedMinutes) * slowing)
  const asked = Math.max(
    Math.min(hints.ttlMinutes ?? 0, longestMinutes),
    Math.min((maxAgeSeconds ?? 0) / 60, longestMinutes),
  )
  const minutes = Math.max(intervalMinutes * (0.9 + random / 5), asked)
  return {
    hints,
    intervalMinutes,
    nextDueAt: pastSkipped(now.add({ seconds: Math.round(minutes * 60) }), hints),
    notBefore: now.add({ seconds: Math.round(Math.max(asked, shortestMinutes) * 60) }),
    lastReadAt: now,
    failures: 0,
    notFound: 0,
    lastError: null,
    stoppedAt: null,
    costlyHash: null,
  }
}

export type PollFailure = {
  kind: 'gone' | 'not-found' | 'busy' | 'failed'
  reason: Reason
  retryAfterSeconds?: number | null
  /** The hash of a body that took too long or too much memory to read. */
  costlyHash?: string
}

/**
 * What a failed poll leaves behind: a pause that doubles up to a day, or as long as the server asks
 * (a day at most). An address that is gone, or not found eight times in a row, is given up.
 */
export function afterFailure(
  feed: Feed,
  failure: PollFailure,
  now: Temporal.Instant,
  random: number,
): Pick<
  FeedHealth,
  'failures' | 'notFound' | 'lastError' | 'stoppedAt' | 'nextDueAt' | 'notBefore' | 'costlyHash'
> {
  const failures = feed.failures + 1
  const notFound = failure.kind === 'not-found' ? feed.notFound + 1 : 0
  const backoff = Math.min(firstBackoffMinutes * 2 ** (failures - 1), longestBackoffMinutes)
  const asked = Math.min((failure.retryAfterSeconds ?? 0) / 60, longestBackoffMinutes)
  const minutes = Math.max(backoff * (0.9 + random / 5), asked)
  const isOver = failure.kind === 'gone' || notFound >= stopAfterNotFound
  const nextDueAt = now.add({ seconds: Math.round(minutes * 60) })
  return {
    failures,
    notFound,
    lastError: failure.reason,
    stoppedAt: isOver ? now : null,
    nextDueAt,
    notBefore: nextDueAt,
    costlyHash: failure.costlyHash ?? feed.costlyHash,
  }
}

/** What becomes of a permanent redirect: noted at first, and adopted when it has held for 3 days. */
export function followMove(
  feed: Feed,
  movedTo: string | null,
  now: Temporal.Instant,
): { moved: Feed['moved']; adopt: boolean } {
  if (movedTo === null || movedTo === feed.url) return { moved: null, adopt: false }
  const isNew = feed.moved?.to !== movedTo || isBefore(now, feed.moved.since)
  if (!feed.moved || isNew) return { moved: { to: movedTo, since: now }, adopt: false }
  return { moved: feed.moved, adopt: !isBefore(now, feed.moved.since.add(adoptMoveAfter)) }
}

function within(minutes: number): number {
  return Math.round(Math.min(Math.max(minutes, shortestMinutes), longestMinutes))
}

/** Whether a feed asks not to be polled at this hour or on this day; RSS 2.0 counts both in GMT. */
export function isSkipped(at: Temporal.Instant, { skipHours, skipDays }: PollingHints): boolean {
  const { hour, dayOfWeek } = at.toZonedDateTimeISO('UTC')
  const day = weekdays[dayOfWeek - 1]
  return skipHours.includes(hour) || skipDays.some((name) => name === day)
}

// A feed that skips every hour of a week is disobeyed.
function pastSkipped(at: Temporal.Instant, hints: PollingHints) {
  if (hints.skipHours.length === 0 && hints.skipDays.length === 0) return at
  let time = at.toZonedDateTimeISO('UTC')
  for (let hours = 0; hours < 7 * 24; hours++) {
    if (!isSkipped(time.toInstant(), hints)) return time.toInstant()
    time = time.add({ hours: 1 }).round({ smallestUnit: 'hour', roundingMode: 'floor' })
  }
  return at
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

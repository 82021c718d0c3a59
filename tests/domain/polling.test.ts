import { describe, expect, it } from 'vitest'
import type { Feed } from '../../src/domain/feed.ts'
import {
  afterFailure,
  afterReading,
  asksConditionally,
  followMove,
  noHints,
  pollInterval,
} from '../../src/domain/polling.ts'

const now = Temporal.Instant.from('2024-06-14T12:00:00Z')
const hoursAgo = (hours: number) => now.subtract({ minutes: Math.round(hours * 60) })

function aFeed(given: Partial<Feed> = {}): Feed {
  return {
    id: 1,
    url: 'https://news.example/rss',
    title: 'Example',
    kind: 'news',
    format: 'feed',
    selector: null,
    weight: 1,
    tags: [],
    hints: noHints,
    validators: { etag: '"1"', lastModified: null },
    distrustsValidators: false,
    bodyHash: null,
    costlyHash: null,
    lastFullAt: now,
    nextDueAt: now,
    notBefore: null,
    intervalMinutes: null,
    failures: 0,
    notFound: 0,
    lastError: null,
    notice: null,
    moved: null,
    stoppedAt: null,
    lastReadAt: null,
    ...given,
  }
}

const ms = (at: Temporal.Instant) => at.epochMilliseconds

describe('the interval', () => {
  it('is half of what lies between items, within 5 minutes and 6 hours', () => {
    const every = (hours: number) =>
      Array.from({ length: 20 }, (_, i) => ms(hoursAgo((i + 1) * hours)))
    expect(pollInterval(every(1), now)).toBe(30)
    expect(pollInterval(every(0.01), now)).toBe(5)
    expect(pollInterval(every(24 * 7), now)).toBe(360)
  })

  it('grows while nothing comes, also by the age of the newest item', () => {
    expect(pollInterval([hoursAgo(4), hoursAgo(5)].map(ms), now)).toBe(75)
    const unchanged = { publishedMs: null, hints: noHints, maxAgeSeconds: null }
    const health = afterReading(aFeed({ intervalMinutes: 30 }), unchanged, now, 0.5)
    expect(health.intervalMinutes).toBe(36)
  })

  it('takes no notice of items from the future, and has an hour for those without dates', () => {
    expect(pollInterval([ms(now.add({ hours: 24 * 365 }))], now)).toBe(60)
    expect(pollInterval([], now)).toBe(60)
  })
})

describe('the next poll', () => {
  const due = (
    hints: Partial<typeof noHints>,
    maxAgeSeconds: number | null = null,
    random = 0.5,
  ) => {
    const reading = {
      publishedMs: [ms(hoursAgo(1))],
      hints: { ...noHints, ...hints },
      maxAgeSeconds,
    }
    const { nextDueAt = now } = afterReading(aFeed(), reading, now, random)
    return nextDueAt.since(now).total('minutes')
  }

  it('is spread by a tenth either way', () => {
    expect([due({}, null, 0), due({}), due({}, null, 1)]).toEqual([27, 30, 33])
  })

  it('waits for as long as the publisher asks, six hours at most', () => {
    expect(due({ ttlMinutes: 90 })).toBe(90)
    expect(due({}, 7200)).toBe(120)
    expect(due({}, 16 * 365 * 24 * 3600)).toBe(360)
    expect(due({ ttlMinutes: 10_000_000 })).toBe(360)
  })

  it('passes over hours and days to be skipped, in GMT', () => {
    expect(due({ skipHours: [12, 13] })).toBe(120)
    expect(due({ skipDays: ['Friday'] })).toBe(12 * 60)
    expect(due({ skipHours: Array.from({ length: 24 }, (_, i) => i) })).toBe(30)
  })
})

describe('a failure', () => {
  const reason = { code: 'http-status', status: 500 } as const
  const minutes = (feed: Partial<Feed>, failure: Partial<Parameters<typeof afterFailure>[1]>) => {
    const known = { kind: 'failed', reason, ...failure } as const
    return afterFailure(aFeed(feed), known, now, 0.5).nextDueAt.since(now).total('minutes')
  }

  it('doubles the pause, up to a day', () => {
    expect([0, 1, 2, 50].map((failures) => minutes({ failures }, {}))).toEqual([15, 30, 60, 1440])
  })

  it('waits as long as the server asks, a day at most', () => {
    expect(minutes({}, { kind: 'busy', retryAfterSeconds: 3600 })).toBe(60)
    expect(minutes({}, { kind: 'busy', retryAfterSeconds: 1e12 })).toBe(1440)
    expect(minutes({}, { kind: 'busy', retryAfterSeconds: null })).toBe(15)
  })

  it('ends a feed that is gone at once, and one not found after eight times', () => {
    const outcome = (feed: Partial<Feed>, kind: 'gone' | 'not-found' | 'failed') =>
      afterFailure(aFeed(feed), { kind, reason }, now, 0)
    expect(outcome({}, 'gone').stoppedAt).toEqual(now)
    expect(outcome({ notFound: 6 }, 'not-found')).toMatchObject({ notFound: 7, stoppedAt: null })
    expect(outcome({ notFound: 7 }, 'not-found').stoppedAt).toEqual(now)
    expect(outcome({ notFound: 7 }, 'failed')).toMatchObject({ notFound: 0, stoppedAt: null })
  })
})

it('asks in full once a day, and always where validators lie', () => {
  expect(asksConditionally(aFeed(), now)).toBe(true)
  expect(asksConditionally(aFeed({ lastFullAt: hoursAgo(24) }), now)).toBe(false)
  expect(asksConditionally(aFeed({ lastFullAt: null }), now)).toBe(false)
  expect(asksConditionally(aFeed({ distrustsValidators: true }), now)).toBe(false)
})

it('adopts a permanent redirect when it has held for 3 days', () => {
  const to = 'https://news.example/new'
  expect(followMove(aFeed(), to, now)).toEqual({ moved: { to, since: now }, adopt: false })
  const since = (hours: number) => aFeed({ moved: { to, since: hoursAgo(hours) } })
  expect(followMove(since(71), to, now)).toMatchObject({ adopt: false })
  expect(followMove(since(72), to, now)).toMatchObject({ adopt: true })
  expect(followMove(since(72), `${to}er`, now)).toMatchObject({ adopt: false })
  expect(followMove(since(72), null, now)).toEqual({ moved: null, adopt: false })
})

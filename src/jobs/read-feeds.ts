import pLimit from 'p-limit'
import { describeError } from '../domain/describe-error.ts'
import type { Feed } from '../domain/feed.ts'
import { decodeFeed } from '../feeds/decode.ts'
import type { Fetch, FetchOutcome } from '../feeds/http.ts'
import { parseFeed } from '../feeds/parse.ts'
import type { Log } from '../log.ts'
import { addArticles } from '../store/articles.ts'
import { dueFeeds, recordFeedFailure, recordFeedRead } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'
import { articleFromItem } from './article-from-item.ts'

export type FeedReading = {
  db: Database
  fetchFeed: Fetch
  now: () => Temporal.Instant
  log: Log
  /** Once aborted, nothing more is fetched and no failure recorded. */
  signal: AbortSignal
}

export type FeedsReport = { read: number; unchanged: number; failed: number; newArticles: number }

const feedsAtOnce = 32
const pollEvery = Temporal.Duration.from({ minutes: 15 })
const longestPauseMinutes = 24 * 60

/** Reads every feed whose turn has come and stores what is new. A feed that fails costs only itself. */
export async function readDueFeeds(parts: FeedReading): Promise<FeedsReport> {
  const report: FeedsReport = { read: 0, unchanged: 0, failed: 0, newArticles: 0 }
  const limit = pLimit(feedsAtOnce)
  const feeds = await dueFeeds(parts.db, parts.now())
  await limit.map(feeds, async (feed) => {
    if (parts.signal.aborted) return
    const outcome = await readFeed(parts, feed)
    if (outcome.kind === 'failed') {
      report.failed++
      parts.log.warn({ feed: feed.id, reason: outcome.reason }, 'feed not read')
    } else {
      report[outcome.kind]++
      report.newArticles += outcome.newArticles
    }
  })
  return report
}

type FeedOutcome =
  | { kind: 'read' | 'unchanged'; newArticles: number }
  | { kind: 'failed'; reason: string }

async function readFeed(parts: FeedReading, feed: Feed): Promise<FeedOutcome> {
  try {
    const fetched = await parts.fetchFeed(feed.url, feed.validators)
    if (fetched.kind === 'failed' || fetched.kind === 'gone') {
      return await fail(parts, feed, fetched.reason)
    }
    return await store(parts, feed, fetched)
  } catch (error) {
    return await fail(parts, feed, describeError(error))
  }
}

async function store(
  { db, now }: FeedReading,
  feed: Feed,
  fetched: Extract<FetchOutcome, { kind: 'body' | 'not-modified' }>,
): Promise<FeedOutcome> {
  const at = now()
  const read = { at, nextDueAt: at.add(pollEvery) }
  if (fetched.kind === 'not-modified') {
    await recordFeedRead(db, feed.id, { ...read, validators: feed.validators })
    return { kind: 'unchanged', newArticles: 0 }
  }
  const parsed = await parseFeed(
    await decodeFeed(fetched.bytes, fetched.contentType),
    fetched.url,
    at,
  )
  const candidates = parsed.items.flatMap((item) => articleFromItem(item, feed.kind, at) ?? [])
  const newArticles = await addArticles(db, feed.id, candidates, at)
  await recordFeedRead(db, feed.id, { ...read, validators: fetched.validators })
  return { kind: 'read', newArticles }
}

async function fail(
  { db, now, signal }: FeedReading,
  feed: Feed,
  reason: string,
): Promise<FeedOutcome> {
  if (signal.aborted) return { kind: 'failed', reason }
  const failures = feed.failures + 1
  const minutes = Math.min(pollEvery.minutes * 2 ** (failures - 1), longestPauseMinutes)
  const nextDueAt = now().add({ minutes: Math.round(minutes) })
  await recordFeedFailure(db, feed.id, { reason, failures, nextDueAt })
  return { kind: 'failed', reason }
}

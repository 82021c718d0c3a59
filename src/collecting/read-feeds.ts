import pLimit from 'p-limit'
import type { Feed } from '../domain/feed.ts'
import { afterFailure, type PollFailure } from '../domain/polling.ts'
import { politeLimit } from '../fetching/polite-limit.ts'
import { describeError } from '../lib/describe-error.ts'
import { inBatches } from '../lib/in-batches.ts'
import { dueFeeds, pauseHost, saveFeedHealth } from '../store/feeds.ts'
import { type Poll, recordPolls } from '../store/polls.ts'
import { askFeed, type FeedReading } from './poll-feed.ts'

/** Rows that are written in some five milliseconds; a feed's own counts as ten of its articles'. */
const mostRows = 240
const feedRows = 10

/** A feed that has changed makes room for the next to be fetched while it is read and stored. */
const mostFetches = 32
const mostInHand = 48

/** What else became of an address: it cannot be asked ever. */
const noAddress: PollFailure = { kind: 'gone', reason: { code: 'feed-without-address' } }

/** Feeds that one owner may have in hand; its slow ones leave the other places to others. */
const mostOfDomain = 6

/** Feeds that a round does not reach stay due for the next. */
const usualRoundMs = 45_000

export type FeedsReport = { read: number; unchanged: number; failed: number; newArticles: number }

/** Reads every feed whose turn has come and stores what is new. A feed that fails costs only itself. */
export async function readDueFeeds(parts: FeedReading): Promise<FeedsReport> {
  const { db, reader, now, signal, checkpoints } = parts
  const report: FeedsReport = { read: 0, unchanged: 0, failed: 0, newArticles: 0 }
  const limit = politeLimit({ perHost: 2, perDomain: mostOfDomain, inAll: mostInHand })
  const fetching = pLimit(mostFetches)
  const recordAll = async (polls: Poll[]) => {
    report.newArticles += await recordPolls(db, polls, now())
    await checkpoints?.betweenWrites()
    return polls
  }
  const record = inBatches(recordAll, {
    most: mostRows,
    sizeOf: ({ articles }) => feedRows + articles.length,
  })
  const endMs = performance.now() + (parts.roundMs ?? usualRoundMs)
  const resting = new Map<string, Temporal.Instant>()

  const read = async (feed: Feed) => {
    const host = URL.parse(feed.url)?.hostname
    if (signal.aborted || performance.now() > endMs) return
    if (host !== undefined && resting.has(host)) return
    const outcome =
      host === undefined
        ? noAddress
        : await poll(feed).catch(
            (error): PollFailure => ({
              kind: 'failed',
              reason: { code: 'text', text: describeError(error) },
            }),
          )
    if (outcome.kind === 'read' || outcome.kind === 'unchanged') {
      report[outcome.kind]++
    } else if (!signal.aborted) {
      report.failed++
      const nextDueAt = await recordFailure(parts, feed, outcome)
      if (outcome.kind === 'busy' && host !== undefined) resting.set(host, nextDueAt)
    }
  }
  const poll = async (feed: Feed) => {
    const answer = await fetching(() => ask(feed))
    if (answer.kind !== 'changed') return answer
    const news = await answer.read()
    if (news.kind === 'read') {
      const { articles, health } = news
      await record({ feedId: feed.id, articles, health })
    }
    return news
  }
  const ask = async (feed: Feed) => {
    const answer = await askFeed(parts, feed)
    if (answer.kind === 'unchanged') {
      await record({ feedId: feed.id, articles: [], health: answer.health })
    }
    return answer
  }

  const feeds = await dueFeeds(db, now())
  // What was never read will have to be; of the others most have not changed.
  if (feeds.some(({ bodyHash }) => bodyHash === null)) reader.wake()
  await Promise.all(feeds.map((feed) => limit(feed.url, () => read(feed))))
  // At the end, so that no feed of the host that was under way is due earlier.
  for (const [host, until] of resting) await pauseHost(db, host, until)
  return report
}

async function recordFailure(
  { db, now, log }: FeedReading,
  feed: Feed,
  failure: PollFailure,
): Promise<Temporal.Instant> {
  const health = afterFailure(feed, failure, now(), Math.random())
  await saveFeedHealth(db, feed.id, health)
  const { reason } = failure
  log.warn({ feed: feed.id, reason, stopped: health.stoppedAt !== null }, 'feed not read')
  return health.nextDueAt
}

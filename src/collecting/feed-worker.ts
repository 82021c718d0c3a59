// Runs in a thread of the pool: parsing a feed and making articles of its items takes long and must
// not hold the bot. Instants pass between threads as epoch milliseconds.

import type { FeedItem, FeedKind, ParsedFeed } from '../domain/feed.ts'
import { type Reason, reasonOf } from '../domain/reason.ts'
import type { FeedLink } from '../feeds/page/feed-link.ts'
import {
  type PageLeads,
  type RawSource,
  type ReadOptions,
  readSource,
} from '../feeds/read-source.ts'
import type { NewArticle } from '../store/articles.ts'
import { articlesFromFeed } from './articles-from-feed.ts'

/** With a `feedKind` the articles of a feed of that kind are wanted, without one its items. */
export type FeedTask = RawSource & {
  options: ReadOptions
  feedKind: FeedKind | null
  nowMs: number
}

export type FeedTaskResult =
  | PassedFeed
  /** `listing` is what the page itself stands for, or the reason why it is no list of headlines. */
  | ({
      kind: 'page'
      feeds: FeedLink[]
      listing: PassedFeed | { kind: 'none'; reason: Reason }
    } & PageLeads)
  | { kind: 'unreadable'; reason: Reason }

/** A feed in values that pass between threads. */
export type PassedFeed = {
  kind: 'feed'
  head: Omit<ParsedFeed, 'items'>
  publishedMs: number[]
  items: PassedItem[]
  articles: NewArticle[]
}
type PassedItem = Omit<FeedItem, 'publishedAt'> & { publishedAtMs: number | null }

export default async function run(tasks: FeedTask[]): Promise<FeedTaskResult[]> {
  const results: FeedTaskResult[] = []
  for (const task of tasks) results.push(await read(task))
  return results
}

async function read(task: FeedTask): Promise<FeedTaskResult> {
  const { options, feedKind, nowMs } = task
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs)
  try {
    const reading = await readSource(task, options, now)
    if (reading.kind === 'feed') return passFeed(reading.feed, feedKind, now)
    const { listing } = reading
    const passed = listing.kind === 'none' ? listing : passFeed(listing.feed, feedKind, now)
    return { ...reading, listing: passed }
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
}

function passFeed(feed: ParsedFeed, feedKind: FeedKind | null, now: Temporal.Instant): PassedFeed {
  const { items, ...head } = feed
  return {
    kind: 'feed',
    head,
    publishedMs: items.flatMap(({ publishedAt }) => publishedAt?.epochMilliseconds ?? []),
    items: feedKind === null ? items.map(passItem) : [],
    articles: feedKind === null ? [] : articlesFromFeed(feed, feedKind, now),
  }
}

function passItem({ publishedAt, ...item }: FeedItem): PassedItem {
  return { ...item, publishedAtMs: publishedAt?.epochMilliseconds ?? null }
}

import type { Feed } from '../domain/feed.ts'
import {
  listFeeds as feedsByTitle,
  findFeed,
  setFeedRemoved,
  setFeedWeight,
} from '../store/feeds.ts'
import { type UnreadPages, unreadPages } from '../store/pages.ts'
import type { Editing } from './editing.ts'

/** Pages of older articles stand in no digest: nobody misses them. */
const recent = Temporal.Duration.from({ hours: 72 })

/** How much the articles of a feed may count; 1 is the usual. */
const weights = { least: 0.1, most: 10 }

/** A feed in use, with those of its recent pages that could not be read, if any. */
export type FeedState = { feed: Feed; unread: UnreadPages | undefined }

/** The feeds in use, in the order of their numbers. */
export async function listFeeds({ db, now }: Pick<Editing, 'db' | 'now'>): Promise<FeedState[]> {
  const feeds = await feedsByTitle(db)
  const unread = await unreadPages(db, now().subtract(recent))
  return feeds
    .toSorted((a, b) => a.id - b.id)
    .map((feed) => ({ feed, unread: unread.find(({ feedId }) => feedId === feed.id) }))
}

/** Takes a feed and its articles out of sight, and returns it; null when none of that number is in use. */
export async function removeFeed(
  { db, now }: Pick<Editing, 'db' | 'now'>,
  id: number,
): Promise<Feed | null> {
  const feed = await findFeed(db, id)
  if (feed) await setFeedRemoved(db, id, now())
  return feed
}

/** Brings a removed feed back, and returns it; null when there is none of that number. */
export async function restoreFeed({ db }: Pick<Editing, 'db'>, id: number): Promise<Feed | null> {
  await setFeedRemoved(db, id, null)
  return findFeed(db, id)
}

export type Weighing =
  | { kind: 'weighed'; feed: Feed }
  | { kind: 'unknown' }
  | { kind: 'out-of-range' }

/** Sets how much a feed's articles count among the stories of a day. */
export async function weighFeed(
  { db }: Pick<Editing, 'db'>,
  { id, weight }: { id: number; weight: number },
): Promise<Weighing> {
  if (weight < weights.least || weight > weights.most) return { kind: 'out-of-range' }
  const feed = await findFeed(db, id)
  if (!feed) return { kind: 'unknown' }
  await setFeedWeight(db, id, weight)
  return { kind: 'weighed', feed: { ...feed, weight } }
}

/** Whether any feed is in use. */
export async function hasFeeds({ db }: Pick<Editing, 'db'>): Promise<boolean> {
  return (await feedsByTitle(db)).length > 0
}

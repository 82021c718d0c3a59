import type { Feed } from '../domain/feed.ts'
import {
  listFeeds as feedsByTitle,
  findFeed,
  setFeedRemoved,
  setFeedTags,
  setFeedWeight,
} from '../store/feeds.ts'
import { type UnreadPages, unreadPages } from '../store/pages.ts'
import { clip } from '../text/clip.ts'
import { foldSpace } from '../text/space.ts'
import type { Editing } from './editing.ts'

/** Older articles are in no digest, so their unread pages do not matter. */
const recent = Temporal.Duration.from({ hours: 72 })

/** The limits of a feed's weight; 1 is the default. */
const weights = { least: 0.1, most: 10 }

/** An active feed, with the number of its recent pages that could not be read, if any. */
export type FeedState = { feed: Feed; unread: UnreadPages | undefined }

/** Whether an admin may want to do something about a feed. */
export function isInTrouble({ feed, unread }: FeedState): boolean {
  return feed.stoppedAt !== null || feed.lastError !== null || unread !== undefined
}

/** Returns the active feeds: those in trouble, those given up before all, then the others; by number. */
export async function listFeeds({ db, now }: Pick<Editing, 'db' | 'now'>): Promise<FeedState[]> {
  const feeds = await feedsByTitle(db)
  const unread = await unreadPages(db, now().subtract(recent))
  const states = feeds.map((feed) => ({
    feed,
    unread: unread.find(({ feedId }) => feedId === feed.id),
  }))
  return states.toSorted((a, b) => urgency(b) - urgency(a) || a.feed.id - b.feed.id)
}

function urgency(state: FeedState): number {
  if (state.feed.stoppedAt) return 2
  return isInTrouble(state) ? 1 : 0
}

/** Hides a feed and its articles, and returns it; null if no active feed has that number. */
export async function removeFeed(
  { db, now }: Pick<Editing, 'db' | 'now'>,
  id: number,
): Promise<Feed | null> {
  const feed = await findFeed(db, id)
  if (feed) await setFeedRemoved(db, id, now())
  return feed
}

/** Restores a removed feed, and returns it; null if no feed has that number. */
export async function restoreFeed({ db }: Pick<Editing, 'db'>, id: number): Promise<Feed | null> {
  await setFeedRemoved(db, id, null)
  return findFeed(db, id)
}

export type Weighing =
  | { kind: 'weighed'; feed: Feed }
  | { kind: 'unknown' }
  | { kind: 'out-of-range' }

/** Sets the weight of a feed's articles in the ranking of a day's stories. */
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

export type Tagging =
  | { kind: 'tagged'; feed: Feed }
  | { kind: 'unknown' }
  | { kind: 'too-many'; most: number }

const mostTags = 10
const longestTag = 64

/** Puts a feed into the sections of these names, and into no other. */
export async function tagFeed(
  { db }: Pick<Editing, 'db'>,
  { id, tags: typed }: { id: number; tags: readonly string[] },
): Promise<Tagging> {
  const known = (await feedsByTitle(db)).flatMap(({ tags }) => tags)
  const names = typed.map((name) => clip(foldSpace(name), longestTag)).filter(Boolean)
  // Sections are told apart by their letters: that which is there already is meant.
  const meant = (name: string) =>
    known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name
  const tags = [...new Set(names.map(meant))]
  if (tags.length > mostTags) return { kind: 'too-many', most: mostTags }
  const feed = await findFeed(db, id)
  if (!feed) return { kind: 'unknown' }
  await setFeedTags(db, id, tags)
  return { kind: 'tagged', feed: { ...feed, tags } }
}

/** Whether there is any active feed. */
export async function hasFeeds({ db }: Pick<Editing, 'db'>): Promise<boolean> {
  return (await feedsByTitle(db)).length > 0
}

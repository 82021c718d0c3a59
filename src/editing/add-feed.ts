import { findSource, type SourceFinding } from '../collecting/find-source.ts'
import { type Feed, type FeedKind, hostAsTitle } from '../domain/feed.ts'
import type { FeedLink } from '../feeds/page/discover.ts'
import { addFeed } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'

/** What an admin asks for; the selector is that of a listing (CSS). */
export type FeedWish = {
  address: string
  kind?: FeedKind | undefined
  selector?: string | null
  isSample?: boolean
}

export type AddFeedOutcome =
  | { kind: 'added' | 'restored'; feed: Feed; items: number }
  | { kind: 'known'; feed: Feed }
  | { kind: 'several'; feeds: FeedLink[] }
  | { kind: 'no-address' }
  | { kind: 'unreadable'; reason: string }

/** Looks for a feed or a page of headlines at an address, and adds it if there is one. */
export async function tryAddFeed(
  db: Database,
  parts: SourceFinding,
  wish: FeedWish,
  now: Temporal.Instant,
): Promise<AddFeedOutcome> {
  const outcome = await findSource(parts, wish.address, wish.selector)
  if (outcome.kind !== 'source') return outcome
  const { url, format, selector, feed } = outcome
  const { kind, isSample } = wish
  const title = feed.title ?? hostAsTitle(url)
  const added = await addFeed(
    db,
    { url, title, kind, format, selector, ...(isSample && { isSample }) },
    now,
  )
  return { ...added, items: feed.items.length }
}

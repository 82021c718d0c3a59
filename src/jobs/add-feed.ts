import { writtenAddress } from '../domain/address.ts'
import type { Feed, FeedKind } from '../domain/feed.ts'
import type { Fetch } from '../feeds/http.ts'
import { addFeed } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'
import type { FeedReader } from './feed-reader.ts'

export type AddFeedOutcome =
  | { kind: 'added' | 'restored'; feed: Feed; items: number }
  | { kind: 'known'; feed: Feed }
  | { kind: 'no-address' }
  | { kind: 'unreadable'; reason: string }

/** Looks whether an address holds a feed, and adds it if so. */
export async function tryAddFeed(
  db: Database,
  { fetchFeed, reader }: { fetchFeed: Fetch; reader: FeedReader },
  wish: { address: string; kind: FeedKind; isSample?: boolean },
  now: Temporal.Instant,
): Promise<AddFeedOutcome> {
  const url = writtenAddress(wish.address)
  if (!url) return { kind: 'no-address' }
  const fetched = await fetchFeed(url)
  if (fetched.kind !== 'body') {
    return { kind: 'unreadable', reason: fetched.reason }
  }
  const reading = await reader.readFeed(fetched)
  if (reading.kind === 'unreadable') return reading
  const { title, items } = reading.feed
  const { kind, isSample } = wish
  const added = await addFeed(
    db,
    { url, title: title ?? new URL(url).hostname, kind, ...(isSample && { isSample }) },
    now,
  )
  return { ...added, items: items.length }
}

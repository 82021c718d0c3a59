import { canonicalAddress } from '../domain/address.ts'
import { describeError } from '../domain/describe-error.ts'
import type { Feed, FeedKind } from '../domain/feed.ts'
import { decodeFeed } from '../feeds/decode.ts'
import type { Fetch } from '../feeds/http.ts'
import { parseFeed } from '../feeds/parse.ts'
import { addFeed } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'

export type AddFeedOutcome =
  | { kind: 'added' | 'restored'; feed: Feed; items: number }
  | { kind: 'known'; feed: Feed }
  | { kind: 'no-address' }
  | { kind: 'unreadable'; reason: string }

/** Looks whether an address holds a feed, and adds it if so. */
export async function tryAddFeed(
  db: Database,
  fetchFeed: Fetch,
  wish: { address: string; kind: FeedKind; isSample?: boolean },
  now: Temporal.Instant,
): Promise<AddFeedOutcome> {
  const url = canonicalAddress(
    /^[a-z]+:/i.test(wish.address) ? wish.address : `https://${wish.address}`,
  )
  if (!url || !URL.canParse(url)) return { kind: 'no-address' }
  const fetched = await fetchFeed(url)
  if (fetched.kind !== 'body') {
    return { kind: 'unreadable', reason: fetched.reason }
  }
  try {
    const parsed = await parseFeed(
      await decodeFeed(fetched.bytes, fetched.contentType),
      fetched.url,
      now,
    )
    const { kind, isSample } = wish
    const added = await addFeed(
      db,
      { url, title: parsed.title ?? new URL(url).hostname, kind, ...(isSample && { isSample }) },
      now,
    )
    return { ...added, items: parsed.items.length }
  } catch (error) {
    return {
      kind: 'unreadable',
      reason: `it holds no feed (${describeError(error).split('\n')[0]})`,
    }
  }
}

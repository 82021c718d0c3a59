import type { FindSourceOutcome } from '../collecting/find-source.ts'
import { type Feed, type FeedKind, hostAsTitle } from '../domain/feed.ts'
import { addFeed as storeFeed } from '../store/feeds.ts'
import type { Editing } from './editing.ts'

/** What an admin asks for; `selector` is the CSS selector of a listing's links. */
export type AddFeedRequest = {
  address: string
  kind?: FeedKind | undefined
  selector?: string | null
  isSample?: boolean
}

export type AddingFeeds = Pick<Editing, 'db' | 'now' | 'findSource'> &
  Partial<Pick<Editing, 'collectSoon'>>

export type AddFeedOutcome =
  | { kind: 'added' | 'restored'; feed: Feed; items: number }
  | { kind: 'known'; feed: Feed }
  | Exclude<FindSourceOutcome, { kind: 'source' }>

/**
 * Looks for a feed or a listing at an address, and adds it if there is one. It is due at once; with
 * `collectSoon` it is collected before the next round.
 */
export async function addFeed(
  { db, now, findSource, collectSoon }: AddingFeeds,
  { address, kind, selector, isSample }: AddFeedRequest,
): Promise<AddFeedOutcome> {
  const found = await findSource(address, selector)
  if (found.kind !== 'source') return found
  const { url, format, feed } = found
  const title = feed.title ?? hostAsTitle(url)
  const added = await storeFeed(
    db,
    { url, title, kind, format, selector: found.selector, ...(isSample && { isSample }) },
    now(),
  )
  if (added.kind !== 'known') collectSoon?.()
  return { ...added, items: feed.items.length }
}

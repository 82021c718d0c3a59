import type { FindSourceOutcome } from '../collecting/find-source.ts'
import { type Feed, type FeedKind, hostAsTitle } from '../domain/feed.ts'
import { changeFeed, addFeed as storeFeed } from '../store/feeds.ts'
import type { Editing } from './editing.ts'

/** What an admin asks for; `selector` is the CSS selector of a listing's links. */
export type AddFeedRequest = {
  address: string
  kind?: FeedKind | undefined
  selector?: string | null
  tags?: string[]
  isSample?: boolean
}

export type AddingFeeds = Pick<Editing, 'db' | 'now' | 'findSource'> &
  Partial<Pick<Editing, 'collectSoon'>>

export type AddFeedOutcome =
  | { kind: 'added' | 'restored'; feed: Feed; items: number }
  | { kind: 'known'; feed: Feed }
  /** It was there already, and is now as it was asked for. */
  | { kind: 'changed'; feed: Feed }
  | Exclude<FindSourceOutcome, { kind: 'source' }>

/**
 * Looks for a feed or a listing at an address, and adds it if there is one. It is due at once; with
 * `collectSoon` it is collected before the next round. One that is there already takes the kind and the
 * selector that are named.
 */
export async function addFeed(
  { db, now, findSource, collectSoon }: AddingFeeds,
  { address, kind, selector, tags, isSample }: AddFeedRequest,
): Promise<AddFeedOutcome> {
  const found = await findSource(address, selector)
  if (found.kind !== 'source') return found
  const { url, format, feed } = found
  const title = feed.title ?? hostAsTitle(url)
  const added = await storeFeed(
    db,
    {
      ...{ url, title, kind, format, selector: found.selector },
      ...(tags && { tags }),
      ...(isSample && { isSample }),
    },
    now(),
  )
  const outcome =
    added.kind === 'known' ? await changeKnown({ db, now }, added.feed, { kind, selector }) : null
  if (outcome?.kind !== 'known') collectSoon?.()
  if (outcome) return outcome
  return { kind: added.kind, feed: added.feed, items: feed.items.length }
}

async function changeKnown(
  { db, now }: Pick<Editing, 'db' | 'now'>,
  feed: Feed,
  asked: Pick<AddFeedRequest, 'kind' | 'selector'>,
): Promise<AddFeedOutcome> {
  const kind = asked.kind ?? feed.kind
  const selector = asked.selector ?? feed.selector
  if (kind === feed.kind && selector === feed.selector) return { kind: 'known', feed }
  await changeFeed(db, feed.id, { kind, selector }, now())
  return { kind: 'changed', feed: { ...feed, kind, selector } }
}

import type { FeedFormat, ParsedFeed } from '../domain/feed.ts'
import { decodePage } from './decode-page.ts'
import { type FeedLink, findFeeds } from './discover.ts'
import { findFeed } from './document.ts'
import { type ListingOptions, type ListingOutcome, parseListing } from './listing.ts'
import { parseFeed } from './parse.ts'

/** How a document is to be read; `any` leaves it to the document. */
export type SourceWish = Omit<ListingOptions, 'now'> & { format: FeedFormat | 'any' }

/** What a document holds: a feed (or what stands for one), or a page with what can be made of it. */
export type SourceReading =
  | { kind: 'feed'; feed: ParsedFeed }
  | { kind: 'page'; feeds: FeedLink[]; listing: ListingOutcome }

/**
 * Reads what came from an address as a feed, as a listing, or as whichever it is. Throws an error
 * with a sentence for people when it is not what it should be.
 */
export async function readSource(
  {
    bytes,
    contentType,
    url,
  }: { bytes: Uint8Array; contentType: string | null; url: string | null },
  { format, ...listing }: SourceWish,
  now: Temporal.Instant,
): Promise<SourceReading> {
  const text = await decodePage(bytes, contentType)
  if (format === 'listing') {
    const outcome = parseListing(text, url, { ...listing, now })
    if (outcome.kind === 'none') throw new Error(outcome.reason)
    return { kind: 'feed', feed: outcome.feed }
  }
  const found = findFeed(text)
  if (format === 'feed' || found.kind === 'feed') {
    return { kind: 'feed', feed: await parseFeed(text, url, now) }
  }
  if (!/<(?:!doctype\s+html|[a-z])/i.test(text.slice(0, 100_000))) throw new Error(found.reason)
  return {
    kind: 'page',
    feeds: findFeeds(text, url),
    listing: parseListing(text, url, { ...listing, now }),
  }
}

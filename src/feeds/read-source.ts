import type { FeedFormat, ParsedFeed } from '../domain/feed.ts'
import { ReasonError } from '../domain/reason.ts'
import { decodeText } from '../text/decode.ts'
import { findFeed } from './formats/document.ts'
import { parseFeed } from './formats/parse.ts'
import type { ListingOptions, ListingOutcome } from './listing/listing.ts'
import type { FeedLink } from './page/feed-link.ts'
import type { Section } from './page/sections.ts'

/** A document as it came over the wire, and its address where that is known. */
export type RawSource = { bytes: Uint8Array; contentType: string | null; url: string | null }

/** How a document is to be read; `any` leaves it to the document. */
export type ReadOptions = Omit<ListingOptions, 'now'> & { format: FeedFormat | 'any' }

/** Where a page leads that is none of both: where it goes by itself, and the parts of its site. */
export type PageLeads = { refresh: string | null; sections: Section[] }

/** What a document holds: a feed (or a listing, which stands for one), or a page with what it offers. */
export type SourceReading =
  | { kind: 'feed'; feed: ParsedFeed }
  | ({ kind: 'page'; feeds: FeedLink[]; listing: ListingOutcome } & PageLeads)

/**
 * Reads what came from an address as a feed, as a listing, or as whichever it is. Throws a
 * ReasonError when it is not what it should be. What reads pages is loaded only for
 * them: nearly all sources are feeds.
 */
export async function readSource(
  { bytes, contentType, url }: RawSource,
  { format, ...options }: ReadOptions,
  now: Temporal.Instant,
): Promise<SourceReading> {
  const text = decodeText(bytes, contentType)
  const found = format === 'any' ? findFeed(text) : null
  if (format === 'feed' || found?.kind === 'feed') {
    return { kind: 'feed', feed: await parseFeed(text, url, now) }
  }
  if (found && !/<(?:!doctype\s+html|[a-z])/i.test(text.slice(0, 100_000))) {
    throw new ReasonError(found.reason)
  }
  const { parseListing } = await import('./listing/listing.ts')
  const listing = parseListing(text, url, { ...options, now })
  if (format === 'any') {
    const { findFeeds } = await import('./page/discover.ts')
    const { readRefresh } = await import('./page/refresh.ts')
    const { findSections } = await import('./page/sections.ts')
    const sections = url && listing.kind === 'none' ? findSections(text, url) : []
    const leads = { refresh: readRefresh(text, url), sections }
    return { kind: 'page', feeds: findFeeds(text, url), listing, ...leads }
  }
  if (listing.kind === 'none') throw new ReasonError(listing.reason)
  return { kind: 'feed', feed: listing.feed }
}

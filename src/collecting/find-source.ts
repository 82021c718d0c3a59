import { writtenAddress } from '../domain/address.ts'
import type { FeedFormat, ParsedFeed } from '../domain/feed.ts'
import type { Reason } from '../domain/reason.ts'
import { bestFeeds, usualPaths } from '../feeds/page/discover.ts'
import type { FeedLink } from '../feeds/page/feed-link.ts'
import { knownSource } from '../feeds/page/known-sites.ts'
import { feedsOfLinkHeader } from '../feeds/page/link-header.ts'
import type { Section } from '../feeds/page/sections.ts'
import type { Fetch, FetchOutcome } from '../fetching/http.ts'
import type { FeedReader, PageReading } from './feed-reader.ts'

export type SourceFinding = { fetchFeed: Fetch; reader: FeedReader }

/** A source that can be read, and what it holds now. */
export type Source = {
  kind: 'source'
  url: string
  format: FeedFormat
  selector: string | null
  feed: ParsedFeed
}

export type FindSourceOutcome =
  | Source
  /** The page names several feeds: the choice is the admin's. */
  | { kind: 'several'; feeds: FeedLink[] }
  | { kind: 'no-address' }
  | { kind: 'unreadable'; reason: Reason }

const searchMs = 60_000

type Unreadable = Extract<FindSourceOutcome, { kind: 'unreadable' }>

/**
 * Finds what to read at an address that a person wrote: the feed there; the feed that its site is
 * known to keep; the feed that its page names, or keeps at a usual path; else the headlines on the
 * page itself; else, as on an article, the news and the columns of its site. With a selector it is always
 * the page itself.
 */
export async function findSource(
  { fetchFeed, reader }: SourceFinding,
  address: string,
  selector: string | null = null,
): Promise<FindSourceOutcome> {
  const url = writtenAddress(address)
  if (!url) return { kind: 'no-address' }
  const parts = { fetchFeed: forSomeTime(fetchFeed), reader }
  if (selector !== null) return readAs(parts, url, { format: 'listing', selector })
  const known = knownSource(url)
  if (known) {
    const outcome = await readAs(parts, known.url, { format: known.format, selector: null })
    // A list of messages is all that such a page can be; a feed may be elsewhere after all.
    if (outcome.kind === 'source' || known.format === 'listing') return outcome
  }
  return findAt(parts, url, 'with its site')
}

/** What an address itself leads to, and where that is a page of no list, its site. */
async function findAt(
  parts: SourceFinding,
  url: string,
  how: 'with its site' | 'alone',
): Promise<FindSourceOutcome> {
  const fetched = await parts.fetchFeed(url)
  if (fetched.kind !== 'body') return { kind: 'unreadable', reason: fetched.reason }
  const reading = await parts.reader.readAny(fetched)
  if (reading.kind === 'unreadable') return reading
  if (reading.kind === 'feed') {
    return { kind: 'source', url, format: 'feed', selector: null, feed: reading.feed }
  }
  const { refresh } = reading
  if (refresh && how === 'with its site' && reading.listing.kind === 'none') {
    return findAt(parts, refresh, 'alone')
  }
  const outcome = await findOnPage(parts, url, reading, fetched)
  if (outcome.kind !== 'unreadable' || how === 'alone') return outcome
  return (await findBehind(parts, reading, fetched.url)) ?? outcome
}

/**
 * What stands behind an article: the news of its site and its columns, found by the names of its sections,
 * or else its front page. Null where nothing of it can be read.
 */
async function findBehind(
  parts: SourceFinding,
  { sections }: PageReading,
  page: string,
): Promise<FindSourceOutcome | null> {
  const front: Section = { url: new URL('/', page).href, title: new URL(page).host, kind: 'news' }
  const found: { section: Section; outcome: FindSourceOutcome }[] = []
  for (const section of sections.some(({ kind }) => kind === 'news')
    ? sections
    : [front, ...sections]) {
    if (section.url === page) continue
    const outcome = await findAt(parts, section.url, 'alone')
    if (outcome.kind === 'source' || outcome.kind === 'several') found.push({ section, outcome })
  }
  const [only, ...more] = found
  if (!only) return null
  if (more.length === 0) return only.outcome
  return {
    kind: 'several',
    feeds: found.map(({ section: { url, title, kind } }) => ({ url, title, kind, type: 'rss' })),
  }
}

// A site may take half a minute for each of the paths that are tried.
function forSomeTime(fetchFeed: Fetch): Fetch {
  const endMs = performance.now() + searchMs
  return async (url, known) => {
    if (performance.now() < endMs) return fetchFeed(url, known)
    return { kind: 'failed', reason: { code: 'search-timeout', seconds: searchMs / 1000 } }
  }
}

async function findOnPage(
  parts: SourceFinding,
  url: string,
  { feeds: shown, listing }: PageReading,
  page: Extract<FetchOutcome, { kind: 'body' }>,
): Promise<FindSourceOutcome> {
  const own = (feed: ParsedFeed): Source => {
    return { kind: 'source', url, format: 'listing', selector: null, feed }
  }
  const feeds = bestFeeds([...feedsOfLinkHeader(page.links ?? '', page.url), ...shown])
  const [named, ...more] = feeds
  if (more.length > 0) return { kind: 'several', feeds }
  const outcome = named && (await readAs(parts, named.url, { format: 'feed', selector: null }))
  if (outcome?.kind === 'source') return outcome
  if (named && listing.kind === 'feed') return own(listing.feed)
  const site = new URL('/', page.url).href
  const folder = new URL('.', page.url.replace(/[?#].*$/, '').replace(/\/?$/, '/')).href
  const isFront = folder === site
  const guessed =
    (isFront ? null : await tryPaths(parts, folder, usualPaths.slice(0, 2))) ??
    // A feed of the whole site does not stand for one of its pages that has headlines of its own.
    (isFront || listing.kind === 'none' ? await tryPaths(parts, site, usualPaths) : null)
  if (guessed) return guessed
  if (listing.kind === 'feed') return own(listing.feed)
  const reason: Reason =
    named && outcome
      ? { code: 'named-feed-unreadable', url: named.url, reason: outcome.reason }
      : { code: 'page-without-feed', reason: listing.reason }
  return { kind: 'unreadable', reason }
}

// One after another, and no more once the server has had enough.
async function tryPaths(
  parts: SourceFinding,
  base: string,
  paths: string[],
): Promise<Source | null> {
  for (const path of paths) {
    const url = new URL(path, base).href
    const fetched = await parts.fetchFeed(url)
    if (fetched.kind === 'busy') return null
    if (fetched.kind !== 'body') continue
    const reading = await parts.reader.readFeed(fetched)
    if (reading.kind === 'feed') {
      return { kind: 'source', url, format: 'feed', selector: null, feed: reading.feed }
    }
  }
  return null
}

async function readAs(
  { fetchFeed, reader }: SourceFinding,
  url: string,
  how: { format: FeedFormat; selector: string | null },
): Promise<Source | Unreadable> {
  const fetched = await fetchFeed(url)
  if (fetched.kind !== 'body') return { kind: 'unreadable', reason: fetched.reason }
  const reading = await reader.readFeed(fetched, how)
  if (reading.kind === 'feed') return { kind: 'source', url, ...how, feed: reading.feed }
  return reading
}

import { createFeedReader } from '../collecting/feed-reader.ts'
import { findSource, type SourceFinding } from '../collecting/find-source.ts'
import type { Config } from '../config.ts'
import type { FeedItem, ParsedFeed } from '../domain/feed.ts'
import type { FeedLink } from '../feeds/page/feed-link.ts'
import { createWeb } from '../fetching/web.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { t } from './english.ts'
import { createProgress } from './progress.ts'
import { printLine } from './redact-errors.ts'
import { readSource } from './source.ts'

export type TryFeedsOptions = { selector?: string }

/** Prints what the program makes of each feed as a line of JSON; returns whether all were read. */
export async function tryFeeds(
  sources: string[],
  options: TryFeedsOptions,
  config: Config,
  process: NodeJS.Process,
): Promise<boolean> {
  const web = createWeb(config.allowPrivateAddresses)
  const reader = createFeedReader(1, Temporal.Now.instant, { zone: config.defaultZone })
  const parts = { fetchFeed: web.fetchFeed, reader }
  const progress = createProgress(process.stderr)
  let allRead = true
  for (const [i, source] of sources.entries()) {
    progress.say(`Reading ${i + 1} of ${sources.length}: ${source}`)
    const line = await describeSource(parts, source, options.selector ?? null)
    if ('error' in line) allRead = false
    progress.end()
    printLine(process, line)
  }
  await Promise.all([web.close(), reader.close()])
  return allRead
}

async function describeSource(parts: SourceFinding, source: string, selector: string | null) {
  if (!/^(?:https?|feed):/i.test(source)) return describeFile(parts, source, selector)
  const found = await findSource(parts, source, selector)
  switch (found.kind) {
    case 'source':
      return describeFeed(source, found.feed)
    case 'several':
      return { source, error: severalFeeds(found.feeds) }
    case 'no-address':
      return { source, error: 'it is not an address' }
    case 'unreadable':
      return { source, error: reasonWords(found.reason, t) }
  }
}

async function describeFile(parts: SourceFinding, source: string, selector: string | null) {
  const read = await readSource(source, parts.fetchFeed)
  if (read.kind === 'unreadable') return { source, error: read.error }
  const { reader } = parts
  const reading =
    selector === null
      ? await reader.readAny(read)
      : await reader.readFeed(read, { format: 'listing', selector })
  if (reading.kind === 'feed') return describeFeed(source, reading.feed)
  if (reading.kind === 'unreadable') return { source, error: reasonWords(reading.reason, t) }
  const { feeds, listing } = reading
  // A file does not lead further: what it holds itself is all there is to show.
  if (listing.kind === 'feed') return describeFeed(source, listing.feed)
  return { source, error: feeds.length > 0 ? severalFeeds(feeds) : reasonWords(listing.reason, t) }
}

/** Says which feeds a page names, with their addresses. */
export function severalFeeds(feeds: FeedLink[]): string {
  const list = feeds.map(({ title, url }) => (title === url ? url : `${url} (${title})`))
  return `it is a page that names these feeds, give one of them: ${list.join(', ')}`
}

function describeFeed(source: string, { format, title, items }: ParsedFeed) {
  return { source, format, title, items: items.map(describeItem) }
}

function describeItem({ publishedAt, ...item }: FeedItem) {
  const { id, title, url, ...rest } = item
  return { id, title, url, publishedAt: publishedAt?.toString() ?? null, ...rest }
}

import { createWeb } from '../collector.ts'
import type { Config } from '../config.ts'
import type { FeedItem } from '../domain/feed.ts'
import type { Fetch } from '../feeds/http.ts'
import { createFeedReader, type FeedReader } from '../jobs/feed-reader.ts'
import { createProgress } from './progress.ts'
import { readSource } from './source.ts'

/** Prints what the program makes of each feed as a line of JSON; gives whether all were read. */
export async function tryFeeds(
  sources: string[],
  config: Config,
  { stdout, stderr }: NodeJS.Process,
): Promise<boolean> {
  const web = createWeb(config.allowPrivateAddresses)
  const reader = createFeedReader(1, Temporal.Now.instant)
  const progress = createProgress(stderr)
  let allRead = true
  for (const [i, source] of sources.entries()) {
    progress.say(`Reading ${i + 1} of ${sources.length}: ${source}`)
    const line = await describeFeed(source, web.fetchFeed, reader)
    if ('error' in line) allRead = false
    progress.end()
    stdout.write(`${JSON.stringify(line)}\n`)
  }
  await Promise.all([web.close(), reader.close()])
  return allRead
}

async function describeFeed(source: string, fetch: Fetch, reader: FeedReader) {
  const read = await readSource(source, fetch)
  if (read.kind === 'unreadable') return { source, error: read.reason }
  const reading = await reader.readFeed(read)
  if (reading.kind === 'unreadable') return { source, error: reading.reason }
  const { format, title, items } = reading.feed
  return { source, format, title, items: items.map(describeItem) }
}

function describeItem({ publishedAt, ...item }: FeedItem) {
  const { id, title, url, ...rest } = item
  return { id, title, url, publishedAt: publishedAt?.toString() ?? null, ...rest }
}

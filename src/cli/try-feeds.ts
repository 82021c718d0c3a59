import { createWeb } from '../collector.ts'
import type { Config } from '../config.ts'
import { describeError } from '../domain/describe-error.ts'
import type { FeedItem } from '../domain/feed.ts'
import { decodeFeed } from '../feeds/decode.ts'
import type { Fetch } from '../feeds/http.ts'
import { parseFeed } from '../feeds/parse.ts'
import { createProgress } from './progress.ts'
import { readSource } from './source.ts'

/** Prints what the program makes of each feed as a line of JSON; gives whether all were read. */
export async function tryFeeds(
  sources: string[],
  config: Config,
  { stdout, stderr }: NodeJS.Process,
): Promise<boolean> {
  const web = createWeb(config.allowPrivateAddresses)
  const progress = createProgress(stderr)
  let allRead = true
  for (const [i, source] of sources.entries()) {
    progress.say(`Reading ${i + 1} of ${sources.length}: ${source}`)
    const line = await describeFeed(source, web.fetchFeed)
    if ('error' in line) allRead = false
    progress.end()
    stdout.write(`${JSON.stringify(line)}\n`)
  }
  await web.close()
  return allRead
}

async function describeFeed(source: string, fetch: Fetch) {
  const read = await readSource(source, fetch)
  if (read.kind === 'unreadable') return { source, error: read.reason }
  try {
    const feed = await parseFeed(decodeFeed(read.bytes, read.contentType), read.url)
    return { source, ...feed, items: feed.items.map(describeItem) }
  } catch (error) {
    return { source, error: describeError(error) }
  }
}

function describeItem({ publishedAt, ...item }: FeedItem) {
  const { id, title, url, ...rest } = item
  return { id, title, url, publishedAt: publishedAt?.toString() ?? null, ...rest }
}

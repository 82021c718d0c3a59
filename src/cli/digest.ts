import { createCollector } from '../collecting/collector.ts'
import type { Config } from '../config.ts'
import { renderJson } from '../digests/json.ts'
import { renderTelegram } from '../digests/telegram/render.ts'
import { renderText } from '../digests/text.ts'
import { dayBounds } from '../domain/calendar.ts'
import type { Digest } from '../domain/digest.ts'
import type { FeedKind } from '../domain/feed.ts'
import { type AddingFeeds, addFeed } from '../editing/add-feed.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { createLog } from '../lib/log.ts'
import { loadDigest } from '../serving/compose-edition.ts'
import { firstDay } from '../serving/news/span.ts'
import { openDatabase } from '../store/database.ts'
import { withoutControls } from '../text/controls.ts'
import { t } from './english.ts'
import { openExisting } from './open-existing.ts'
import { createProgress } from './progress.ts'
import { readSpan } from './read-span.ts'
import { severalFeeds } from './try-feeds.ts'

export type DigestOptions = {
  feed?: string[]
  columns?: string[]
  day?: string
  days: string
  zone?: string
  format: 'text' | 'html' | 'json'
}

/**
 * Prints a digest, unless no source could be read; returns whether every source could. Throws when it
 * is asked for that of a database that is not there.
 */
export async function printDigest(
  options: DigestOptions,
  config: Config,
  { stdout, stderr }: NodeJS.Process,
): Promise<boolean> {
  const now = Temporal.Now.instant
  const { zone, span } = readSpan(options, config.defaultZone, now())
  const sources = [
    ...(options.feed ?? []).map((address) => ({ address, kind: 'news' as const })),
    ...(options.columns ?? []).map((address) => ({ address, kind: 'columns' as const })),
  ]
  const db = await (sources.length > 0
    ? openDatabase(':memory:')
    : openExisting(config.databaseFile))
  const { workers, allowPrivateAddresses, respectRobots } = config
  const log = createLog('silent')
  const collector = createCollector({
    db,
    now,
    log,
    zone,
    workers,
    allowPrivateAddresses,
    respectRobots,
  })
  const progress = createProgress(stderr)
  try {
    const complaints = await addSources(
      { db, now, findSource: collector.findSource },
      sources,
      progress.say,
    )
    if (sources.length > 0) {
      progress.say('Reading the feeds …')
      await untilNothingLeft(() => collector.readFeeds())
      progress.say('Reading the pages …')
      const from = dayBounds(firstDay(span, zone), zone).start
      await untilNothingLeft(() => collector.readPages(from))
      progress.say('Finding what tells one story …')
      await collector.assignStories(from)
    }
    progress.end()
    for (const complaint of complaints) stderr.write(`courant: ${complaint}\n`)
    if (sources.length === 0 || complaints.length < sources.length) {
      stdout.write(print(await loadDigest(db, span, zone), options.format))
    }
    return complaints.length === 0
  } finally {
    await collector.close()
    await db.destroy()
  }
}

async function addSources(
  editing: AddingFeeds,
  sources: { address: string; kind: FeedKind }[],
  say: (words: string) => void,
): Promise<string[]> {
  const complaints: string[] = []
  for (const source of sources) {
    say(`Looking at ${source.address} …`)
    const outcome = await addFeed(editing, source)
    if (outcome.kind === 'no-address') complaints.push(`${source.address} is not an address`)
    if (outcome.kind === 'several') {
      complaints.push(`${source.address} was left out: ${severalFeeds(outcome.feeds)}`)
    }
    if (outcome.kind === 'unreadable') {
      complaints.push(`${source.address} was left out: ${reasonWords(outcome.reason, t)}`)
    }
  }
  return complaints
}

function print(digest: Digest, format: DigestOptions['format']): string {
  if (format === 'text') return renderText(digest, t)
  const messages = renderTelegram(digest, t)
  if (format === 'html') return messages.map((message) => `${message}\n`).join('\n')
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value
  return `${JSON.stringify({ days: renderJson(digest, t), messages }, clean, 2)}\n`
}

// A round lasts no longer than a bot may let others wait; here nobody else does.
async function untilNothingLeft(round: () => Promise<Record<string, number>>): Promise<void> {
  while (Object.values(await round()).some((count) => count > 0));
}

import { type Collector, createCollector } from '../collecting/collector.ts'
import type { Config } from '../config.ts'
import type { FeedKind } from '../domain/feed.ts'
import { type AddingFeeds, addFeed } from '../editing/add-feed.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { createLog } from '../lib/log.ts'
import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/tables.ts'
import { t } from './english.ts'
import { openExisting } from './open-existing.ts'
import { createProgress } from './progress.ts'
import { severalFeeds } from './try-feeds.ts'

export type Sources = {
  sources: readonly { address: string; kind: FeedKind }[]
  /** Pages of articles published before are not read. */
  pagesFrom: Temporal.Instant
  /** Of pages of headlines that tell none. */
  zone: string
}

/**
 * Collects sources into a throw-away database and prints from it, unless none could be read; with no
 * source, prints from the configured database. Returns whether every source could be read; throws when
 * there is no such database.
 */
export async function withSources(
  { sources, pagesFrom, zone }: Sources,
  config: Config,
  { stderr }: NodeJS.Process,
  print: (db: Database) => Promise<void>,
): Promise<boolean> {
  const now = Temporal.Now.instant
  const db = await (sources.length > 0
    ? openDatabase(':memory:')
    : openExisting(config.databaseFile))
  const { workers, allowPrivateAddresses, respectRobots } = config
  const log = createLog('silent')
  const settings = { workers, allowPrivateAddresses, respectRobots }
  const collector = createCollector({ ...settings, db, now, log, zone })
  const progress = createProgress(stderr)
  try {
    const complaints = await addSources(
      { db, now, findSource: collector.findSource },
      sources,
      progress.say,
    )
    if (sources.length > 0) await collect(collector, pagesFrom, progress.say)
    progress.end()
    for (const complaint of complaints) stderr.write(`courant: ${complaint}\n`)
    if (sources.length === 0 || complaints.length < sources.length) await print(db)
    return complaints.length === 0
  } finally {
    await collector.close()
    await db.destroy()
  }
}

async function collect(
  collector: Collector,
  pagesFrom: Temporal.Instant,
  say: (words: string) => void,
): Promise<void> {
  say('Reading the feeds …')
  await untilNothingLeft(() => collector.readFeeds())
  say('Reading the pages …')
  await untilNothingLeft(() => collector.readPages(pagesFrom))
  say('Finding what tells one story …')
  await collector.assignStories(pagesFrom)
}

async function addSources(
  editing: AddingFeeds,
  sources: Sources['sources'],
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

// A round lasts no longer than a bot may let others wait; here nobody else does.
async function untilNothingLeft(round: () => Promise<Record<string, number>>): Promise<void> {
  while (Object.values(await round()).some((count) => count > 0));
}

import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { hostAsTitle } from '../domain/feed.ts'
import type { FeedList } from '../feeds/opml/read.ts'
import { addFeeds } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'
import type { Editing } from './editing.ts'

export type ImportReport = Omit<FeedList, 'entries'> & {
  added: number
  /** Feeds that existed already; they are left unchanged. */
  known: number
}

/** Takes about ten milliseconds. */
const batch = 200
/** Long enough for a waiting writer: it tries again every ten milliseconds. */
const restMs = 20

/**
 * Adds the feeds of a list. None is fetched first: asking hundreds of servers would take minutes, and a
 * feed that is down today is still wanted. All are due at once; polling fetches them politely and
 * records the errors of each. They are stored in batches, so that others can write in between;
 * `onProgress` is called after each.
 */
export async function importFeeds(
  db: Database,
  { entries, ...problems }: FeedList,
  now: Temporal.Instant,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, known: 0, ...problems }
  for (let done = 0; done < entries.length; ) {
    // Until the feed is read and gives its own title.
    const feeds = entries
      .slice(done, done + batch)
      .map((entry) => ({ ...entry, title: entry.title ?? hostAsTitle(entry.url) }))
    for (const { kind } of await addFeeds(db, feeds, now)) {
      report[kind === 'known' ? 'known' : 'added']++
    }
    done += feeds.length
    onProgress(done, entries.length)
    if (done < entries.length) await sleep(restMs)
  }
  return report
}

type Importing = Pick<Editing, 'db' | 'now' | 'readFeedList' | 'collectSoon'>

/** Adds the feeds of a file, and starts collecting if any is new. */
export async function importFile(
  { db, now, readFeedList, collectSoon }: Importing,
  file: Uint8Array,
): Promise<ImportReport> {
  const report = await importFeeds(db, await readFeedList(file), now())
  if (report.added > 0) collectSoon()
  return report
}

/** Adds the feeds of a short list that comes with the program. */
export async function importStarterFeeds(editing: Importing): Promise<ImportReport> {
  return importFile(editing, await readFile(new URL('starter-feeds.opml', import.meta.url)))
}

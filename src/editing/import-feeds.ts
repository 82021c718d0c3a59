import { setTimeout as sleep } from 'node:timers/promises'
import { hostAsTitle } from '../domain/feed.ts'
import type { FeedList } from '../feeds/opml/read.ts'
import { addFeeds } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'
import type { Editing } from './editing.ts'

export type ImportReport = Omit<FeedList, 'entries'> & {
  added: number
  /** Those that were here before and stay as they are. */
  known: number
}

/** Some ten milliseconds' work. */
const batch = 200
/** Long enough for whoever waits to write: a bot looks every ten milliseconds whether it may. */
const restMs = 20

/**
 * Adds the feeds of a list. None is fetched first: asking hundreds
 * of servers would keep the admin waiting for minutes, and a feed that is down today is still wanted.
 * All are due at once; polling reads them in its own polite order, and shows what ails each. They are
 * stored some at a time, so that others write in between; `onProgress` is told how many are.
 */
export async function importFeeds(
  db: Database,
  { entries, ...problems }: FeedList,
  now: Temporal.Instant,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, known: 0, ...problems }
  for (let done = 0; done < entries.length; ) {
    // Until it is read and tells its own.
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

/** Adds the feeds of a file that an admin sent, and reads them soon. */
export async function importFile(
  {
    db,
    now,
    readFeedList,
    collectSoon,
  }: Pick<Editing, 'db' | 'now' | 'readFeedList' | 'collectSoon'>,
  file: Uint8Array,
): Promise<ImportReport> {
  const report = await importFeeds(db, await readFeedList(file), now())
  if (report.added > 0) collectSoon()
  return report
}

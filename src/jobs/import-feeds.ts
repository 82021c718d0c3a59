import { hostAsTitle } from '../domain/feed.ts'
import { decodeFeed } from '../feeds/decode.ts'
import { type Problem, readFeedList } from '../feeds/opml-read.ts'
import { addFeed } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'

export type ImportReport = {
  added: number
  /** Those that were here before and stay as they are. */
  known: number
  problems: Problem[]
}

/**
 * Adds the feeds of an OPML file, or of a list of addresses. None is fetched first: asking hundreds
 * of servers would keep the admin waiting for minutes, and a feed that is down today is still wanted.
 * All are due at once; polling reads them in its own polite order, and shows what ails each.
 */
export async function importFeeds(
  db: Database,
  bytes: Uint8Array,
  now: Temporal.Instant,
): Promise<ImportReport> {
  const { entries, problems } = readFeedList(await decodeFeed(bytes, null))
  const report: ImportReport = { added: 0, known: 0, problems }
  for (const entry of entries) {
    // Until it is read and tells its own.
    const title = entry.title ?? hostAsTitle(entry.url)
    const { kind } = await addFeed(db, { ...entry, title }, now)
    if (kind === 'known') report.known++
    else report.added++
  }
  return report
}

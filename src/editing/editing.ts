import type { FindSourceOutcome } from '../collecting/find-source.ts'
import type { FeedsReport } from '../collecting/read-feeds.ts'
import type { Reason } from '../domain/reason.ts'
import type { FeedList } from '../feeds/opml/read.ts'
import type { Database } from '../store/tables.ts'

/** The dependencies of what admins change. */
export type Editing = {
  db: Database
  now: () => Temporal.Instant
  /** Finds what to read at an address that an admin wrote; with a CSS selector, a listing. */
  findSource: (address: string, selector?: string | null) => Promise<FindSourceOutcome>
  /** Why an address would be refused, without asking for it; null if it would not. */
  refusalOf: (address: string) => Promise<Reason | null>
  /** Reads an OPML file or a list of addresses. */
  readFeedList: (file: Uint8Array) => Promise<FeedList>
  /** Reads the feeds that were added, in the background. */
  collectSoon: () => void
  /** Fetches all feeds at once, due or not. */
  refresh: () => Promise<FeedsReport>
  /** Makes the assigner read the stories from the database again, after an admin changed them. */
  forgetStories: () => void
}

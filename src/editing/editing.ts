import type { FeedsReport } from '../collecting/read-feeds.ts'
import type { Database } from '../store/tables.ts'

/** What the use cases of admins work with. */
export type Editing = {
  db: Database
  now: () => Temporal.Instant
  /** Fetches all feeds at once, due or not. */
  refresh: () => Promise<FeedsReport>
  /** Lets the stories that are held in memory be read again, since an admin changed them. */
  forgetStories: () => void
}

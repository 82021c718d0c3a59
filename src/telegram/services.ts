import type { FeedKind } from '../domain/feed.ts'
import type { AddFeedOutcome } from '../jobs/add-feed.ts'
import type { FeedsReport } from '../jobs/read-feeds.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/tables.ts'

/** What the commands work with. */
export type Services = {
  db: Database
  now: () => Temporal.Instant
  log: Log
  /** Telegram's user numbers of the admins. */
  admins: ReadonlySet<number>
  /** What a new subscription starts with. */
  defaults: { zone: string; time: Temporal.PlainTime }
  addFeed: (wish: { address: string; kind: FeedKind }) => Promise<AddFeedOutcome>
  /** Fetches all feeds at once, due or not. */
  refresh: () => Promise<FeedsReport>
}

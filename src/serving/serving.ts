import type { Search, SearchRequest } from '../domain/search.ts'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { Log } from '../lib/log.ts'
import type { Database } from '../store/tables.ts'

/** The dependencies of what readers ask for. */
export type Serving = {
  db: Database
  now: () => Temporal.Instant
  log: Log
  /** Zone and time of a new subscription; the zone also stands in for a chat without one. */
  defaults: ScheduleDefaults
  /** The bot's own name; null before it is known. */
  botName?: () => string | null
  /** Looks in the archive, apart from the bot. */
  findArticles: (request: SearchRequest) => Promise<Search>
}

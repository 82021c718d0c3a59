import type { Search } from '../domain/question.ts'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { Log } from '../lib/log.ts'
import type { Database } from '../store/tables.ts'

/** What the use cases of readers work with. */
export type Serving = {
  db: Database
  now: () => Temporal.Instant
  log: Log
  /** What a new subscription starts with; its zone is also that of a chat that has none. */
  defaults: ScheduleDefaults
  /** Looks for the articles that hold these words, newest first. */
  findArticles: (words: readonly string[]) => Promise<Search>
}

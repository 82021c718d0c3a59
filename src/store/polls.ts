import type { FeedHealth } from '../domain/polling.ts'
import { type Arrival, addArticles } from './articles.ts'
import { saveFeedHealth } from './feeds.ts'
import type { Database } from './tables.ts'

/** What one poll of a feed brought, to be kept whole. */
export type Poll = Arrival & { health: Partial<FeedHealth> }

/**
 * Stores what polls brought, all or nothing, and gives the number of new articles. Several
 * at once cost much less than one by one, since they share the pages that are written.
 */
export function recordPolls(
  db: Database,
  polls: readonly Poll[],
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    for (const { feedId, health } of polls) await saveFeedHealth(trx, feedId, health)
    return addArticles(trx, polls, now)
  })
}

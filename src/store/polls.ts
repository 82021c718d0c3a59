import type { FeedHealth } from '../domain/polling.ts'
import { numberArrivals } from './arrivals.ts'
import { addArticles, type FeedArticles } from './articles.ts'
import { saveFeedHealth } from './feeds.ts'
import type { Database } from './tables.ts'

/** What one poll of a feed brought, to be kept whole. */
export type Poll = FeedArticles & { health: Partial<FeedHealth> }

/**
 * Stores what polls brought, all or nothing, and returns the number of new articles. Several
 * at once cost much less than one by one, since they share the pages that are written.
 */
export async function recordPolls(
  db: Database,
  polls: readonly Poll[],
  now: Temporal.Instant,
): Promise<number> {
  const added = await db.transaction().execute(async (trx) => {
    for (const { feedId, health } of polls) await saveFeedHealth(trx, feedId, health)
    return addArticles(trx, polls, now)
  })
  if (added > 0) await numberArrivals(db)
  return added
}

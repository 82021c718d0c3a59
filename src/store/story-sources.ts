import type { Database } from './tables.ts'

/** Of how many feeds the articles of each story are; stories that are not there are left out. */
export async function countSources(
  db: Database,
  storyIds: readonly number[],
): Promise<Map<number, number>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where('feed.removed_at', 'is', null)
    .where('article.duplicate_of', 'is', null)
    .where('article.story_id', 'in', storyIds)
    .select((e) => ['article.story_id', e.fn.count<number>('feed_id').distinct().as('sources')])
    .groupBy('article.story_id')
    .execute()
  return new Map(rows.map(({ story_id, sources }) => [story_id ?? 0, sources]))
}

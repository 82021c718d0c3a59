import type { Database } from './tables.ts'

/** How many articles a story has, and of how many feeds they are. */
export type Extent = { articles: number; sources: number }

/** The extent of each story; stories that are not there are left out. */
export async function extentsOf(
  db: Database,
  storyIds: readonly number[],
): Promise<Map<number, Extent>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where('feed.removed_at', 'is', null)
    .where('article.duplicate_of', 'is', null)
    .where('article.story_id', 'in', storyIds)
    .select((e) => [
      'article.story_id',
      e.fn.countAll<number>().as('articles'),
      e.fn.count<number>('feed_id').distinct().as('sources'),
    ])
    .groupBy('article.story_id')
    .execute()
  return new Map(rows.map(({ story_id, ...extent }) => [story_id ?? 0, extent]))
}

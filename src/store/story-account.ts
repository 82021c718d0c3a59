import type { Reason } from '../domain/reason.ts'
import { readCell } from './cells.ts'
import { articleShape, feedShape, storyShape } from './news-shapes.ts'
import type { Database } from './tables.ts'

/** An article of a story as an admin is shown it. */
export type StoryMember = {
  id: number
  title: string
  url: string
  source: string
  reason: Reason | null
}

export type StoryAccount = {
  id: number
  isPinned: boolean
  continues: number | null
  members: StoryMember[]
  /** The reasons for which other stories became part of it. */
  merges: Reason[]
}

/** The story of a number, or of the article at an address; null when there is none in sight. */
export async function findStory(db: Database, key: number | string): Promise<StoryAccount | null> {
  const id = typeof key === 'number' ? key : await storyAt(db, key)
  const story =
    id === null
      ? undefined
      : await db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
  if (!story || story.merged_into !== null) return null
  const members = await db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where('story_id', '=', story.id)
    .where('feed.removed_at', 'is', null)
    .select([
      'article.id',
      'article.title',
      'article.url',
      'feed.title as source',
      'story_reason as reason',
    ])
    .orderBy('published_at')
    .orderBy('article.id')
    .execute()
  const readable = members.flatMap(({ id, title, url, source, reason }) => {
    const headline = articleShape.title.read(title)
    const address = articleShape.url.read(url)
    if (headline === undefined || address === undefined) return []
    return {
      id,
      title: headline,
      url: address,
      source: readCell(feedShape.title, source),
      reason: readCell(articleShape.story_reason, reason),
    }
  })
  if (readable.length === 0) return null
  const merges = await db
    .selectFrom('story')
    .select('merge_reason')
    .where('merged_into', '=', story.id)
    .execute()
  return {
    id: story.id,
    isPinned: story.is_pinned === 1,
    continues: readCell(storyShape.continues, story.continues),
    members: readable,
    merges: merges.flatMap(
      ({ merge_reason }) => readCell(storyShape.merge_reason, merge_reason) ?? [],
    ),
  }
}

async function storyAt(db: Database, url: string): Promise<number | null> {
  const row = await db
    .selectFrom('article')
    .select('story_id')
    .where('url', '=', url)
    .executeTakeFirst()
  return row ? readCell(articleShape.story_id, row.story_id) : null
}

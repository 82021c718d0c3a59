import type { StoryArticle, StoryPlacement } from '../domain/story.ts'
import type { Database } from './tables.ts'

/** The articles since an instant that were put into stories, oldest first, with their stories. */
export async function placedArticles(
  db: Database,
  from: Temporal.Instant,
): Promise<{ article: StoryArticle; story: number }[]> {
  const rows = await storyArticles(db, from).where('story_id', 'is not', null).execute()
  return rows.flatMap((row) =>
    row.story_id === null ? [] : [{ article: storyArticleOf(row), story: row.story_id }],
  )
}

/**
 * The articles since an instant that are in no story yet, oldest first: those whose pages have been
 * read or given up, and those that have waited for theirs since `patience`.
 */
export async function unplacedArticles(
  db: Database,
  span: { from: Temporal.Instant; patience: Temporal.Instant },
  limit: number,
): Promise<StoryArticle[]> {
  const rows = await storyArticles(db, span.from)
    .where('story_id', 'is', null)
    .where('kind', '=', 'news')
    .where('duplicate_of', 'is', null)
    .where((e) =>
      e.or([
        e('page_state', '<>', 'waiting'),
        e('page_attempts', '>', 0),
        e('first_seen_at', '<=', span.patience.epochMilliseconds),
      ]),
    )
    .limit(limit)
    .execute()
  return rows.map(storyArticleOf)
}

/** The columns since an instant, with the stories that they are linked to. */
export async function columnsSince(
  db: Database,
  from: Temporal.Instant,
): Promise<{ column: StoryArticle; about: number | null }[]> {
  const rows = await storyArticles(db, from).where('kind', '=', 'column').execute()
  return rows.map((row) => ({ column: storyArticleOf(row), about: row.about_story }))
}

function storyArticles(db: Database, from: Temporal.Instant) {
  return db
    .selectFrom('article')
    .where('published_at', '>=', from.epochMilliseconds)
    .select([
      'id',
      'feed_id',
      'url',
      'title',
      'summary',
      'language',
      'kind',
      'published_at',
      'story_id',
      'about_story',
    ])
    .orderBy('published_at')
    .orderBy('id')
}

type Row = Awaited<ReturnType<ReturnType<typeof storyArticles>['execute']>>[number]

function storyArticleOf(row: Row): StoryArticle {
  return {
    id: row.id,
    feedId: row.feed_id,
    url: row.url,
    title: row.title,
    lead: row.summary,
    language: row.language,
    kind: row.kind,
    publishedAt: Temporal.Instant.fromEpochMilliseconds(row.published_at),
  }
}

/** The articles of each of these stories, oldest first. */
export async function articlesOfStories(
  db: Database,
  stories: readonly number[],
): Promise<Map<number, StoryArticle[]>> {
  const rows = await storyArticles(db, Temporal.Instant.fromEpochMilliseconds(0))
    .where('story_id', 'in', stories)
    .execute()
  const grouped = new Map<number, StoryArticle[]>()
  for (const row of rows) {
    if (row.story_id === null) continue
    grouped.set(row.story_id, [...(grouped.get(row.story_id) ?? []), storyArticleOf(row)])
  }
  return grouped
}

/** How much each feed's articles count, by the feed's number. */
export async function feedWeights(db: Database): Promise<Map<number, number>> {
  const rows = await db.selectFrom('feed').select(['id', 'weight']).execute()
  return new Map(rows.map(({ id, weight }) => [id, weight]))
}

/** Records which articles stand for their stories. */
export function recordLeads(
  db: Database,
  leads: readonly { story: number; article: number }[],
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    for (const { story, article } of leads) {
      await trx.updateTable('story').set({ lead_id: article }).where('id', '=', story).execute()
    }
  })
}

/** Records where articles were put, all or nothing. */
export function recordPlacements(
  db: Database,
  placements: readonly { article: number; placement: StoryPlacement }[],
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    for (const { article, placement } of placements) await recordPlacement(trx, article, placement)
  })
}

async function recordPlacement(
  db: Database,
  article: number,
  placement: StoryPlacement,
): Promise<void> {
  if (placement.kind === 'column') {
    const { about, reason } = placement
    await db
      .updateTable('article')
      .set({ about_story: about, story_reason: reason?.text ?? null })
      .where('id', '=', article)
      .execute()
    return
  }
  if (placement.kind === 'founded') {
    await db
      .insertInto('story')
      .values({
        id: placement.story,
        lead_id: placement.story,
        continues: placement.continues,
      })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
  }
  await db
    .updateTable('article')
    .set({ story_id: placement.story, story_reason: placement.reason.text })
    .where('id', '=', article)
    .execute()
  if (placement.kind === 'joined') {
    for (const { story, reason } of placement.merged) {
      await mergeStories(db, { from: story, into: placement.story, reason: reason.text })
    }
  }
}

/** Gives the articles of one story to another. The ended one keeps its row, with the reason. */
export async function mergeStories(
  db: Database,
  { from, into, reason }: { from: number; into: number; reason: string },
): Promise<void> {
  await db
    .updateTable('article')
    .set({ story_id: into, merged_from: from })
    .where('story_id', '=', from)
    .execute()
  await db
    .updateTable('article')
    .set({ about_story: into })
    .where('about_story', '=', from)
    .execute()
  await db
    .updateTable('story')
    .set({ merged_into: into, merge_reason: reason })
    .where('id', '=', from)
    .execute()
}

/** Takes a merged story out of the other again and keeps them apart; false when it is not in it. */
export async function restoreMerged(
  db: Database,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('story_id', '=', into)
    .where('merged_from', '=', from)
    .execute()
  if (rows.length === 0) return false
  await splitStory(db, { from: into, into: from, articles: rows.map(({ id }) => id) })
  return true
}

/** Gives some articles of a story to another, new or ended, and keeps the two apart from then on. */
export async function splitStory(
  db: Database,
  { from, into, articles }: { from: number; into: number; articles: number[] },
): Promise<void> {
  await db
    .insertInto('story')
    .values({ id: into, lead_id: into })
    .onConflict((c) => c.column('id').doUpdateSet({ merged_into: null, merge_reason: null }))
    .execute()
  await db
    .updateTable('article')
    .set({ story_id: into, story_reason: 'An admin took it out of another story.' })
    .where('id', 'in', articles)
    .execute()
  await db
    .insertInto('story_apart')
    .values({ story_id: from, other_id: into })
    .onConflict((c) => c.columns(['story_id', 'other_id']).doNothing())
    .execute()
}

/** The pairs of stories that an admin took apart. */
export async function storiesApart(db: Database): Promise<[number, number][]> {
  const rows = await db.selectFrom('story_apart').selectAll().execute()
  return rows.map(({ story_id, other_id }) => [story_id, other_id])
}

/** Puts a story at the head of its day, or back; false when there is none of that number. */
export async function pinStory(
  db: Database,
  id: number,
  { isPinned }: { isPinned: boolean },
): Promise<boolean> {
  const result = await db
    .updateTable('story')
    .set({ is_pinned: Number(isPinned) })
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** An article of a story as an admin is shown it. */
export type StoryMember = {
  id: number
  title: string
  url: string
  source: string
  reason: string | null
}

export type StoryAccount = {
  id: number
  isPinned: boolean
  continues: number | null
  members: StoryMember[]
  /** The reasons for which other stories became part of it. */
  merges: string[]
}

/** The story of a number, or of the article at an address; null when there is none. */
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
  const merges = await db
    .selectFrom('story')
    .select('merge_reason')
    .where('merged_into', '=', story.id)
    .execute()
  return {
    id: story.id,
    isPinned: story.is_pinned === 1,
    continues: story.continues,
    members,
    merges: merges.flatMap(({ merge_reason }) => merge_reason ?? []),
  }
}

async function storyAt(db: Database, url: string): Promise<number | null> {
  const row = await db
    .selectFrom('article')
    .select('story_id')
    .where('url', '=', url)
    .executeTakeFirst()
  return row?.story_id ?? null
}

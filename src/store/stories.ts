import { encodeReason } from '../domain/reason.ts'
import type { StoryArticle, StoryPlacement } from '../domain/story.ts'
import { latestMs, readCell, text } from './cells.ts'
import { articleShape, feedShape } from './news-shapes.ts'
import { mergeStories } from './story-changes.ts'
import type { Database, Transaction } from './tables.ts'

/** The articles since an instant that were put into stories, oldest first, with their stories. */
export async function placedArticles(
  db: Database,
  from: Temporal.Instant,
): Promise<{ article: StoryArticle; story: number }[]> {
  const rows = await storyArticles(db, from).where('story_id', 'is not', null).execute()
  return rows.flatMap((row) => {
    const story = readCell(articleShape.story_id, row.story_id)
    return story === null ? [] : [{ article: storyArticleOf(row), story }]
  })
}

/**
 * The articles since an instant that are in no story yet, oldest first: those whose pages have been
 * read or given up, and those first seen before `seenBefore`, which have waited
 * for theirs long enough.
 */
export async function unplacedArticles(
  db: Database,
  span: { from: Temporal.Instant; seenBefore: Temporal.Instant },
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
        e('first_seen_at', '<=', span.seenBefore.epochMilliseconds),
        // Nothing waits an hour: a clock that was ahead saw it first.
        e('first_seen_at', '>', span.seenBefore.add({ hours: 1 }).epochMilliseconds),
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
  return rows.map((row) => ({
    column: storyArticleOf(row),
    about: readCell(articleShape.about_story, row.about_story),
  }))
}

/** How often a muted story can go on in another. */
const mostParts = 20

/** These stories with those that they were merged into, and all that go on from them. */
export async function storiesGoneOn(
  db: Database,
  stories: readonly number[],
): Promise<Set<number>> {
  const found = new Set(stories)
  let last: readonly number[] = stories
  for (let part = 0; part < mostParts && last.length > 0; part++) {
    const whole = await db
      .selectFrom('story')
      .where('id', 'in', last)
      .where('merged_into', 'is not', null)
      .select('merged_into as id')
      .execute()
    const later = await db.selectFrom('story').where('continues', 'in', last).select('id').execute()
    last = [...whole, ...later].flatMap(({ id }) => (id === null || found.has(id) ? [] : id))
    for (const id of last) found.add(id)
  }
  return found
}

function storyArticles(db: Database, from: Temporal.Instant) {
  return (
    db
      .selectFrom('article')
      .where('published_at', '>=', from.epochMilliseconds)
      // What is no date at all is in no story.
      .where('published_at', '<=', latestMs)
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
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof storyArticles>['execute']>>[number]

function storyArticleOf(row: Row): StoryArticle {
  return {
    id: row.id,
    feedId: row.feed_id,
    url: text(row.url) ?? null,
    title: text(row.title) ?? '',
    lead: readCell(articleShape.summary, row.summary),
    language: readCell(articleShape.language, row.language),
    kind: readCell(articleShape.kind, row.kind),
    publishedAt: Temporal.Instant.fromEpochMilliseconds(Math.trunc(row.published_at)),
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
  return new Map(rows.map(({ id, weight }) => [id, readCell(feedShape.weight, weight)]))
}

/** Records which articles stand for their stories. */
export async function recordLeads(
  trx: Transaction,
  leads: readonly { story: number; article: number }[],
): Promise<void> {
  for (const { story, article } of leads) {
    await trx.updateTable('story').set({ lead_id: article }).where('id', '=', story).execute()
  }
}

/** Records where articles were put. */
export async function recordPlacements(
  trx: Transaction,
  placements: readonly { article: number; placement: StoryPlacement }[],
): Promise<void> {
  for (const { article, placement } of placements) await recordPlacement(trx, article, placement)
}

async function recordPlacement(
  trx: Transaction,
  article: number,
  placement: StoryPlacement,
): Promise<void> {
  if (placement.kind === 'column') {
    const { about, reason } = placement
    await trx
      .updateTable('article')
      .set({ about_story: about, story_reason: reason && encodeReason(reason) })
      .where('id', '=', article)
      .execute()
    return
  }
  if (placement.kind === 'founded') {
    await trx
      .insertInto('story')
      .values({
        id: placement.story,
        lead_id: placement.story,
        continues: placement.continues,
      })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
  }
  await trx
    .updateTable('article')
    .set({
      story_id: placement.story,
      story_reason: encodeReason(placement.reason),
      is_routine: Number(placement.isRoutine),
    })
    .where('id', '=', article)
    .execute()
  if (placement.kind === 'joined') {
    for (const { story, reason } of placement.merged) {
      await mergeStories(trx, { from: story, into: placement.story, reason })
    }
  }
}

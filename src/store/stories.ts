import { type ExpressionBuilder, sql } from 'kysely'
import { encodeReason } from '../domain/reason.ts'
import type { StoryArticle, StoryPlacement } from '../domain/story.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { latestMs, readCell, text } from './cells.ts'
import { runCompiled } from './compiled.ts'
import { articleShape, feedShape } from './news-shapes.ts'
import { mergeStories } from './story-changes.ts'
import type { Database, Tables, Transaction } from './tables.ts'

/** So many articles are read at a time; and looked at. */
const slice = 200
const looked = 1000

/**
 * An article with its story, or a column with the one that it is about, if there is one; and what was read
 * of its words, if that is kept.
 */
export type ToldArticle = { article: StoryArticle; story: number | null; words: string | null }

/** The articles since an instant that are in stories, and all columns, oldest first, some at a time. */
export async function* toldArticles(
  db: Database,
  from: Temporal.Instant,
): AsyncGenerator<ToldArticle[]> {
  for await (const rows of inSlices(from, (after) =>
    storyArticles(db)
      .leftJoin('story_words', 'story_words.article_id', 'article.id')
      .where(since(after))
      .where((e) => e.or([e('story_id', 'is not', null), e('kind', '=', 'column')]))
      .select(['story_id', 'about_story', 'words'])
      .execute(),
  )) {
    yield rows.map((row) => {
      const article = storyArticleOf(row)
      const of = article.kind === 'column' ? 'about_story' : 'story_id'
      const words = text(row.words) ?? null
      return { article, story: readCell(articleShape[of], row[of]), words }
    })
  }
}

/** When the newest article was published that is in a story, of those up to an instant. */
export async function newestTold(
  db: Database,
  upTo: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  let before: Place | undefined = {
    published_at: upTo.epochMilliseconds,
    id: Number.MAX_SAFE_INTEGER,
  }
  // Some at a time: there may be many that are in none yet.
  while (before) {
    const { published_at, id }: Place = before
    const rows = await db
      .selectFrom('article')
      .where('published_at', '<=', published_at)
      .where((e) => e.or([e('published_at', '<', published_at), e('id', '<', id)]))
      .select(['published_at', 'id', 'story_id'])
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(looked)
      .execute()
    const told = rows.find(({ story_id }) => story_id !== null)
    if (told) return Temporal.Instant.fromEpochMilliseconds(Math.trunc(told.published_at))
    before = rows.length < looked ? undefined : rows.at(-1)
    await letOthersWork()
  }
  return null
}

/**
 * The articles since an instant that are in no story yet, oldest first, some at a time: those whose
 * pages have been read or given up, and those first seen before `seenBefore`, which have waited for
 * theirs long enough.
 */
export async function* unplacedArticles(
  db: Database,
  { from, seenBefore }: { from: Temporal.Instant; seenBefore: Temporal.Instant },
): AsyncGenerator<StoryArticle[]> {
  for await (const rows of inSlices(from, (after) =>
    storyArticles(db)
      .where(since(after))
      // As in the index that these are found by.
      .where('kind', '=', sql.lit('news'))
      .where('story_id', 'is', null)
      .where('duplicate_of', 'is', null)
      .where((e) =>
        e.or([
          e('page_state', '<>', 'waiting'),
          e('page_attempts', '>', 0),
          e('first_seen_at', '<=', seenBefore.epochMilliseconds),
          // Nothing waits an hour: a clock that was ahead saw it first.
          e('first_seen_at', '>', seenBefore.add({ hours: 1 }).epochMilliseconds),
        ]),
      )
      .execute(),
  )) {
    yield rows.map(storyArticleOf)
  }
}

/** The numbers of the columns since an instant, oldest first. */
export async function columnsSince(db: Database, from: Temporal.Instant): Promise<number[]> {
  const rows = await db
    .selectFrom('article')
    .where('kind', '=', sql.lit('column'))
    .where('published_at', '>=', from.epochMilliseconds)
    .where('published_at', '<=', latestMs)
    .select('id')
    .orderBy('published_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Articles by their numbers, oldest first, some at a time. */
export async function* articlesByNumber(
  db: Database,
  ids: readonly number[],
): AsyncGenerator<StoryArticle[]> {
  for (let i = 0; i < ids.length; i += slice) {
    const some = ids.slice(i, i + slice)
    const rows = await storyArticles(db).where('id', 'in', some).execute()
    yield rows.map(storyArticleOf)
  }
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

/** Where a slice begins: after an article, in order of time. */
type Place = { published_at: number; id: number }

/** Reads from an instant on, a slice at a time. */
async function* inSlices<Row extends Place>(
  from: Temporal.Instant,
  read: (after: Place) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: Place | undefined = { published_at: from.epochMilliseconds, id: -1 }
  while (after) {
    const rows: Row[] = await read(after)
    yield rows
    after = rows.length < slice ? undefined : rows.at(-1)
  }
}

function since({ published_at, id }: Place) {
  return (e: ExpressionBuilder<Tables, 'article'>) =>
    e.and([
      // Said apart, so that an index is used.
      e('published_at', '>=', published_at),
      e.or([e('published_at', '>', published_at), e('id', '>', id)]),
    ])
}

/** What a story article is made of. */
const columns = [
  'article.id',
  'article.feed_id',
  'article.url',
  'article.title',
  'article.summary',
  'article.language',
  'article.kind',
  'article.published_at',
] as const

function storyArticles(db: Database) {
  return (
    db
      .selectFrom('article')
      // What is no date at all is in no story.
      .where('published_at', '<=', latestMs)
      .select(columns)
      .orderBy('published_at')
      .orderBy('id')
      .limit(slice)
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof storyArticles>['execute']>>[number]

function storyArticleOf(row: Row): StoryArticle {
  return {
    id: row.id,
    feedId: row.feed_id,
    url: text(row.url) ?? null,
    title: articleShape.title.read(row.title) ?? '',
    lead: readCell(articleShape.summary, row.summary),
    language: readCell(articleShape.language, row.language),
    kind: readCell(articleShape.kind, row.kind),
    publishedAt: Temporal.Instant.fromEpochMilliseconds(Math.trunc(row.published_at)),
  }
}

/**
 * The articles of a story with the weights of their feeds, `most` at most: those from the feeds that
 * count most, the newest of them; those of one feed oldest first.
 */
export async function weightiestArticles(
  db: Database,
  story: number,
  most: number,
): Promise<{ article: StoryArticle; weight: number }[]> {
  const query = () =>
    db
      .selectFrom('article')
      .innerJoin('feed', 'feed.id', 'article.feed_id')
      .where('story_id', '=', story)
      .where('published_at', '<=', latestMs)
      .select([...columns, 'feed.weight'])
      .orderBy('feed.weight', 'desc')
      .orderBy('published_at', 'desc')
      .orderBy('article.id', 'desc')
      .limit(most)
  const parameters = [story, latestMs, most]
  const { rows } = await runCompiled(db, 'weightiest articles', query, parameters)
  // The first of equals stands for the story.
  return rows.toReversed().map((row) => ({
    article: storyArticleOf(row),
    weight: readCell(feedShape.weight, row.weight),
  }))
}

/** Records which article stands for a story. */
export async function recordLead(trx: Transaction, story: number, article: number): Promise<void> {
  await trx.updateTable('story').set({ lead_id: article }).where('id', '=', story).execute()
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
    await recordLink(trx, article, placement)
    return
  }
  if (placement.kind === 'founded') {
    const { story: id, continues } = placement
    const founding = () =>
      trx
        .insertInto('story')
        .values({ id, lead_id: id, continues })
        .onConflict((c) => c.column('id').doNothing())
    await runCompiled(trx, 'found story', founding, [id, id, continues])
  }
  const reason = encodeReason(placement.reason)
  const routine = Number(placement.isRoutine)
  const joining = () =>
    trx
      .updateTable('article')
      .set({ story_id: placement.story, story_reason: reason, is_routine: routine })
      .where('id', '=', article)
  await runCompiled(trx, 'join story', joining, [placement.story, reason, routine, article])
  if (placement.kind === 'joined') {
    for (const { story, reason } of placement.merged) {
      await mergeStories(trx, { from: story, into: placement.story, reason })
    }
  }
}

/** Says what a column is about, where that is news. */
async function recordLink(
  trx: Transaction,
  column: number,
  { about, reason }: Extract<StoryPlacement, { kind: 'column' }>,
): Promise<void> {
  const story_reason = reason && encodeReason(reason)
  const linking = () =>
    trx
      .updateTable('article')
      .set({ about_story: about, story_reason })
      .where('id', '=', column)
      .where('about_story', 'is distinct from', about)
  await runCompiled(trx, 'link column', linking, [about, story_reason, column, about])
}

import type { Article } from '../domain/article.ts'
import { readCell, text } from './cells.ts'
import { articleShape, storyShape } from './news-shapes.ts'
import { articleRows, articlesFromRows } from './read-article.ts'
import { slices } from './slices.ts'
import { storyRun, wholeStory } from './story-run.ts'
import type { Database } from './tables.ts'

/** What a reader knows of a story by one of its articles: the headline, and the summary where there is one. */
export type Known = {
  title: string
  summary: string
  language: string | null
  feedId: number
  publishedAt: Temporal.Instant | null
}

/** The articles of these numbers, by number; those that cannot be read are left out. */
export async function articlesByIds(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, Article>> {
  const found = new Map<number, Article>()
  for (const some of slices(ids)) {
    const rows = await articleRows(db).where('article.id', 'in', some).execute()
    for (const article of articlesFromRows(rows)) found.set(article.id, article)
  }
  return found
}

/** More than a few messages hold. */
const mostOfStory = 300

/** The articles of a running story, the newest first, and which of them stands for its present part. */
export async function articlesOfStory(
  db: Database,
  storyId: number,
): Promise<{ articles: Article[]; leadId: number | null; columns: Article[] }> {
  const parts = await storyRun(db, storyId)
  const story = await db
    .selectFrom('story')
    .select('lead_id')
    .where('id', '=', (await wholeStory(db, storyId)) ?? storyId)
    .executeTakeFirst()
  const newest = (of: 'article.story_id' | 'article.about_story') =>
    articleRows(db)
      .where(of, 'in', parts)
      .orderBy('article.published_at', 'desc')
      .orderBy('article.id', 'desc')
      .limit(mostOfStory)
      .execute()
  return {
    articles: articlesFromRows(await newest('article.story_id')),
    leadId: readCell(storyShape.lead_id, story?.lead_id),
    columns: articlesFromRows(await newest('article.about_story')),
  }
}

/** More articles of a story say nothing new of what is known. */
const mostKnown = 30

/**
 * What is known up to an arrival of each of these stories that has any, or of those they continue: by its
 * lead first, then by the latest.
 */
export async function knownOf(
  db: Database,
  storyIds: readonly number[],
  upTo: number,
): Promise<Map<number, Known[]>> {
  const known = new Map<number, Known[]>()
  if (storyIds.length === 0) return known
  const rows = await db
    .with('known', (with_) =>
      with_
        .selectFrom('story')
        .innerJoin('article', (join) =>
          join.on((e) =>
            e.or([
              e('article.story_id', '=', e.ref('story.id')),
              e('article.story_id', '=', e.ref('story.continues')),
            ]),
          ),
        )
        .where('story.id', 'in', storyIds)
        .where('article.arrival', '<=', upTo)
        .select([
          'story.id',
          'article.title',
          'article.summary',
          'article.language',
          'article.feed_id',
          'article.published_at',
        ])
        .select((e) =>
          e.fn
            .agg<number>('row_number')
            .over((over) =>
              over
                .partitionBy('story.id')
                .orderBy((o) =>
                  o.case().when('article.id', '=', o.ref('story.lead_id')).then(0).else(1).end(),
                )
                .orderBy('article.arrival', 'desc'),
            )
            .as('place'),
        ),
    )
    .selectFrom('known')
    .where('place', '<=', mostKnown)
    .select(['id', 'title', 'summary', 'language', 'feed_id', 'published_at'])
    .orderBy('place')
    .execute()
  for (const { id, ...row } of rows) {
    const article = {
      title: articleShape.title.read(row.title) ?? '',
      summary: text(row.summary) ?? '',
      language: readCell(articleShape.language, row.language),
      feedId: row.feed_id,
      publishedAt: articleShape.published_at.read(row.published_at) ?? null,
    }
    known.set(id, [...(known.get(id) ?? []), article])
  }
  return known
}

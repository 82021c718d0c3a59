import type { Article, DatePrecision, Summary } from '../domain/article.ts'
import { readCell } from './cells.ts'
import { articleShape, feedShape } from './news-shapes.ts'
import type { Database } from './tables.ts'

/** The select that every reader of articles shares; `articleFromRow` reads its rows. */
export function articleRows(db: Database) {
  return visibleArticles(db)
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .leftJoin('story as topic', 'topic.id', 'article.about_story')
    .leftJoin('article as topic_lead', 'topic_lead.id', 'topic.lead_id')
    .select((e) => [
      'article.id',
      'article.feed_id',
      'article.url',
      'article.title',
      'feed.title as source',
      e.fn.coalesce('person.name', 'columnist.name', 'article.author').as('author'),
      e.fn.coalesce('person.id', 'columnist.id').as('columnist_id'),
      'article.kind',
      'article.published_at',
      'article.date_precision',
      'article.first_seen_at',
      'article.language',
      'article.standfirst',
      'article.summary',
      'article.summary_origin',
      'article.summary_places',
      'article.story_id',
      'article.page_wall',
      'topic_lead.title as topic_title',
      'topic_lead.url as topic_url',
    ])
}

function visibleArticles(db: Database) {
  return db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where('feed.removed_at', 'is', null)
    .where('article.duplicate_of', 'is', null)
}

export type ArticleRow = Awaited<ReturnType<ReturnType<typeof articleRows>['execute']>>[number]

/** Reads articles; those without address, headline or date are left out. */
export function articlesFromRows(rows: readonly ArticleRow[]): Article[] {
  return rows.flatMap((row) => articleFromRow(row) ?? [])
}

/** Null without address, headline or date. */
export function articleFromRow(row: ArticleRow): Article | null {
  const url = articleShape.url.read(row.url)
  const title = articleShape.title.read(row.title)
  const publishedAt = articleShape.published_at.read(row.published_at)
  if (url === undefined || title === undefined || !publishedAt) return null
  const topicTitle = articleShape.title.read(row.topic_title)
  const topicUrl = articleShape.url.read(row.topic_url)
  return {
    id: row.id,
    feedId: row.feed_id,
    url,
    title,
    source: readCell(feedShape.title, row.source),
    author: readCell(articleShape.author, row.author),
    kind: readCell(articleShape.kind, row.kind),
    publishedAt,
    precision: precisionOf(row),
    firstSeenAt: articleShape.first_seen_at.read(row.first_seen_at) ?? publishedAt,
    language: readCell(articleShape.language, row.language),
    isPaid: isPaid(row),
    standfirst: readCell(articleShape.standfirst, row.standfirst),
    summary: summaryFromRow(row),
    storyId: readCell(articleShape.story_id, row.story_id),
    columnistId: readCell(articleShape.columnist_id, row.columnist_id),
    topic: topicTitle && topicUrl ? { title: topicTitle, url: topicUrl } : null,
  }
}

export function precisionOf({ date_precision }: Pick<ArticleRow, 'date_precision'>): DatePrecision {
  return readCell(articleShape.date_precision, date_precision) ?? 'minute'
}

export function isPaid({ page_wall }: Pick<ArticleRow, 'page_wall'>): boolean {
  return page_wall === 'paywall'
}

function summaryFromRow(row: ArticleRow): Summary | null {
  const text = readCell(articleShape.summary, row.summary)
  const origin = readCell(articleShape.summary_origin, row.summary_origin)
  if (text === null || origin === null) return null
  const sentences = readCell(articleShape.summary_places, row.summary_places)
  return { text, origin, ...(sentences && { sentences }) }
}

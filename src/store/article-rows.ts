import type { Article, Kind } from '../domain/article.ts'
import type { Database } from './tables.ts'

/** Of what kind, from when, and of the first sight where that matters. */
export type ArticleSpan = {
  from: Temporal.Instant
  until: Temporal.Instant
  seenAfter?: Temporal.Instant | null
  seenUntil?: Temporal.Instant
  kind: Kind
  /** The newest so many; all when left out. */
  atMost?: number
}

/** The articles of a kind published in [from, until) and first seen in (seenAfter, seenUntil], newest first. */
export async function articlesPublished(db: Database, span: ArticleSpan): Promise<Article[]> {
  let query = articleRows(db)
    .where('article.kind', '=', span.kind)
    .where('article.published_at', '>=', span.from.epochMilliseconds)
    .where('article.published_at', '<', span.until.epochMilliseconds)
  if (span.seenAfter) {
    query = query.where('article.first_seen_at', '>', span.seenAfter.epochMilliseconds)
  }
  if (span.seenUntil) {
    query = query.where('article.first_seen_at', '<=', span.seenUntil.epochMilliseconds)
  }
  if (span.atMost !== undefined) query = query.limit(span.atMost)
  const rows = await query
    .orderBy('article.published_at', 'desc')
    .orderBy('article.id', 'desc')
    .execute()
  return rows.map(articleFromRow)
}

/** The select that every reader of articles shares; `articleFromRow` reads its rows. */
export function articleRows(db: Database) {
  return db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .where('feed.removed_at', 'is', null)
    .where('article.duplicate_of', 'is', null)
    .select((e) => [
      'article.id',
      'article.feed_id',
      'article.url',
      'article.title',
      'feed.title as source',
      e.fn.coalesce('person.name', 'columnist.name', 'article.author').as('author'),
      'article.kind',
      'article.published_at',
      'article.first_seen_at',
      'article.language',
      'article.standfirst',
      'article.summary',
      'article.summary_origin',
    ])
}

export type ArticleRow = Awaited<ReturnType<ReturnType<typeof articleRows>['execute']>>[number]

export function articleFromRow(row: ArticleRow): Article {
  return {
    id: row.id,
    feedId: row.feed_id,
    url: row.url,
    title: row.title,
    source: row.source,
    author: row.author,
    kind: row.kind,
    publishedAt: Temporal.Instant.fromEpochMilliseconds(row.published_at),
    firstSeenAt: Temporal.Instant.fromEpochMilliseconds(row.first_seen_at),
    language: row.language,
    standfirst: row.standfirst,
    summary:
      row.summary !== null && row.summary_origin !== null
        ? { text: row.summary, origin: row.summary_origin }
        : null,
  }
}

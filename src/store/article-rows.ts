import type { Article, Kind } from '../domain/article.ts'
import type { Database } from './tables.ts'

/** Of what kind, from when, and of which numbers where that matters. Numbers grow with arrival. */
export type ArticleSpan = {
  kind: Kind
  from: Temporal.Instant
  until?: Temporal.Instant
  /** What is left out since it was delivered before: articles up to this number. */
  after?: number | null
  /** The last number that counts. */
  upTo?: number
  /** Left out as well: what stands in these editions up to a part. */
  except?: readonly PartialEdition[]
  /** The newest so many; all when left out. */
  atMost?: number
}

/** The parts of an edition from the first to a last one. */
export type PartialEdition = { editionId: number; lastSeq: number }

/**
 * The articles of a kind published in [from, until), newest first. After a number, also those that
 * were published earlier and came late; but not what was out before its feed was added.
 */
export async function articlesPublished(db: Database, span: ArticleSpan): Promise<Article[]> {
  const { after, from, until, upTo } = span
  let query = articleRows(db).where('article.kind', '=', span.kind)
  if (typeof after === 'number') {
    query = query
      .where('article.id', '>', after)
      .where((e) =>
        e.or([
          e('article.published_at', '>=', from.epochMilliseconds),
          e('article.published_at', '>=', e.ref('feed.created_at')),
        ]),
      )
  } else {
    query = query.where('article.published_at', '>=', from.epochMilliseconds)
  }
  if (until) query = query.where('article.published_at', '<', until.epochMilliseconds)
  if (upTo !== undefined) query = query.where('article.id', '<=', upTo)
  for (const { editionId, lastSeq } of span.except ?? []) {
    query = query.where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('edition_article as shown')
            .select('shown.seq')
            .where('shown.edition_id', '=', editionId)
            .where('shown.seq', '<=', lastSeq)
            .whereRef('shown.article_id', '=', 'article.id'),
        ),
      ),
    )
  }
  if (span.atMost !== undefined) query = query.limit(span.atMost)
  const rows = await query
    .orderBy('article.published_at', 'desc')
    .orderBy('article.id', 'desc')
    .execute()
  return rows.map(articleFromRow)
}

/** The number of the newest article; 0 when there is none. */
export async function newestArticle(db: Database): Promise<number> {
  const { newest } = await db
    .selectFrom('article')
    .select((e) => e.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  return newest ?? 0
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

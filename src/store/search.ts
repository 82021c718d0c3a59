// SQLite only: full-text search by FTS5. The rest of the store runs on any SQL database.
import { sql } from 'kysely'
import type { Article } from '../domain/article.ts'
import { articleFromRow, articleRows } from './article-rows.ts'
import type { Database } from './tables.ts'

type Searchable = {
  id: number
  title: string
  summary: string | null
  body: string | null
  author: string | null
}

/** Puts an article into the index in place of what it held of it. */
export async function reindexArticle(db: Database, article: Searchable): Promise<void> {
  await db.deleteFrom('article_search').where('rowid', '=', article.id).execute()
  await indexArticles(db, [article])
}

/** Puts new articles into the index. */
export async function indexArticles(db: Database, articles: Searchable[]): Promise<void> {
  if (articles.length === 0) return
  await db
    .insertInto('article_search')
    .values(
      articles.map((a) => ({
        rowid: a.id,
        title: a.title,
        summary: a.summary ?? '',
        body: a.body ?? '',
        author: a.author ?? '',
      })),
    )
    .execute()
}

export type SearchPage = { total: number; articles: Article[] }

/**
 * The articles that hold every word (or its beginning) in title, summary, text or author, newest
 * first. Words without a letter or digit find nothing.
 */
export async function searchArticles(
  db: Database,
  words: string,
  page: { offset: number; limit: number },
): Promise<SearchPage> {
  const query = matchQuery(words)
  if (query === null) return { total: 0, articles: [] }
  const matching = articleRows(db).where('article.id', 'in', (e) =>
    e
      .selectFrom('article_search')
      .select('rowid')
      .where(sql<boolean>`article_search match ${query}`),
  )
  const { total } = await matching
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .orderBy('article.published_at', 'desc')
    .orderBy('article.id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return { total, articles: rows.map(articleFromRow) }
}

// Each word becomes a quoted prefix, so that nothing a reader types is FTS5 syntax.
function matchQuery(words: string): string | null {
  const tokens = words.match(/[\p{L}\p{N}\p{M}]+/gu)
  return tokens ? tokens.map((token) => `"${token}"*`).join(' ') : null
}

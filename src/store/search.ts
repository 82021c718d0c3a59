// SQLite only: full-text search by FTS5. The rest of the store runs on any SQL database.
import { sql } from 'kysely'
import type { Article } from '../domain/article.ts'
import { articleFromRow, articleRows } from './article-rows.ts'
import type { Database } from './tables.ts'

const batch = 200

/**
 * Puts the articles that came since the last call into the index, a few at a time, and lets others
 * work meanwhile. Article numbers only grow: the highest in the index tells where it ends.
 */
export async function indexNewArticles(db: Database): Promise<void> {
  for (;;) {
    const rows = await searchable(db)
      .where('article.id', '>', await lastIndexed(db))
      .orderBy('article.id')
      .limit(batch)
      .execute()
    if (rows.length === 0) return
    await db.insertInto('article_search').values(rows.map(toIndex)).execute()
    await new Promise(setImmediate)
  }
}

/** Puts what is now known of an article into the index, in place of what it held of it, if any. */
export async function reindexArticle(db: Database, id: number): Promise<void> {
  if (id > (await lastIndexed(db))) return
  await db.deleteFrom('article_search').where('rowid', '=', id).execute()
  const row = await searchable(db).where('article.id', '=', id).executeTakeFirst()
  if (row) await db.insertInto('article_search').values(toIndex(row)).execute()
}

async function lastIndexed(db: Database): Promise<number> {
  const { last } = await db
    .selectFrom('article_search')
    .select((e) => e.fn.max('rowid').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

function searchable(db: Database) {
  return db
    .selectFrom('article')
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .select(['article.id', 'title', 'summary', 'body', 'author', 'person.name as person'])
}

type Searchable = Awaited<ReturnType<ReturnType<typeof searchable>['execute']>>[number]

function toIndex({ id, title, summary, body, author, person }: Searchable) {
  const names = [author, person].filter(Boolean).join(' ')
  return { rowid: id, title, summary: summary ?? '', body: body ?? '', author: names }
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

// Full-text search by FTS5: https://sqlite.org/fts5.html
import { sql } from 'kysely'
import { isOneLetter, mostHits, mostWords } from '../../domain/question.ts'
import type { Database } from '../tables.ts'

type IndexTable = { rowid: number; title: string; summary: string; body: string; author: string }

/** The words of an article, which is known by its arrival. */
export type IndexEntry = Omit<IndexTable, 'rowid'> & { arrival: number }

const indexOf = (db: Database) => db.withTables<{ article_search: IndexTable }>()

/** The last arrival in the index; 0 when it is empty. */
export async function lastIndexed(db: Database): Promise<number> {
  const { last } = await indexOf(db)
    .selectFrom('article_search')
    .select((e) => e.fn.max('rowid').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

export async function putInIndex(db: Database, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ arrival, ...words }) => ({ rowid: arrival, ...words }))
  await indexOf(db).insertInto('article_search').values(rows).execute()
}

export async function takeFromIndex(db: Database, arrival: number): Promise<void> {
  await indexOf(db).deleteFrom('article_search').where('rowid', '=', arrival).execute()
}

/**
 * The numbers of the articles that hold every word (or its beginning, if it is longer than a letter)
 * in title, summary, text or author, newest first. Of more than `mostHits` those that came last, and then one
 * more than that.
 */
export async function findArticles(db: Database, words: readonly string[]): Promise<number[]> {
  if (words.length === 0) return []
  const hits = await indexOf(db)
    .selectFrom('article_search as hit')
    // In this order, so that the index gives the newest first and no more than are asked for.
    .crossJoin('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where(sql<boolean>`article_search match ${matchQuery(words)}`)
    .whereRef('article.arrival', '=', 'hit.rowid')
    .where('feed.removed_at', 'is', null)
    .where('article.duplicate_of', 'is', null)
    .select(['article.id', 'article.published_at'])
    .orderBy('hit.rowid', 'desc')
    .limit(mostHits + 1)
    .execute()
  return hits.toSorted((a, b) => b.published_at - a.published_at || b.id - a.id).map(({ id }) => id)
}

// Each word is quoted, so that nothing a reader types is FTS5 syntax.
function matchQuery(words: readonly string[]): string {
  return words
    .slice(0, mostWords)
    .map((word) => (isOneLetter(word) ? `"${word}"` : `"${word}"*`))
    .join(' ')
}

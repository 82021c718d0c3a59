// SQLite only: full-text search by FTS5. The rest of the store runs on any SQL database.
import { sql } from 'kysely'
import { isOneLetter, mostWords } from '../../domain/question.ts'
import { text } from '../cells.ts'
import type { Database, Transaction } from '../tables.ts'

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
export async function reindexArticle(trx: Transaction, id: number): Promise<void> {
  if (id > (await lastIndexed(trx))) return
  await trx.deleteFrom('article_search').where('rowid', '=', id).execute()
  const row = await searchable(trx).where('article.id', '=', id).executeTakeFirst()
  if (row) await trx.insertInto('article_search').values(toIndex(row)).execute()
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
  const names = [author, person].map(text).filter(Boolean).join(' ')
  const words = (raw: unknown) => text(raw) ?? ''
  return {
    rowid: id,
    title: words(title),
    summary: words(summary),
    body: words(body),
    author: names,
  }
}

/** More hits than these are not counted; their numbers pass between threads. */
export const mostHits = 1000

/**
 * The articles that hold every word (or its beginning, if it is longer than a letter) in title,
 * summary, text or author, newest first. Of more than a thousand those that came last, and then one
 * more than a thousand.
 */
export async function findArticles(db: Database, words: readonly string[]): Promise<number[]> {
  if (words.length === 0) return []
  const hits = await db
    .selectFrom('article_search as hit')
    // In this order, so that the index gives the newest first and no more than are asked for.
    .crossJoin('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .where(sql<boolean>`article_search match ${matchQuery(words)}`)
    .whereRef('article.id', '=', 'hit.rowid')
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

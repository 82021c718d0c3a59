import { text } from './cells.ts'
import { dialect } from './dialect.ts'
import type { Database, Transaction } from './tables.ts'

const batch = 200

/**
 * Indexes the articles that came since the last call, a few at a time, and lets others work
 * meanwhile. Article numbers only grow: the highest in the index tells where it ends.
 */
export async function indexNewArticles(db: Database): Promise<void> {
  for (;;) {
    const rows = await searchable(db)
      .where('article.id', '>', await dialect.search.lastIndexed(db))
      .orderBy('article.id')
      .limit(batch)
      .execute()
    if (rows.length === 0) return
    await dialect.search.put(db, rows.map(entryOf))
    await new Promise(setImmediate)
  }
}

/** Indexes what is now known of an article, in place of what was indexed of it, if it was. */
export async function reindexArticle(trx: Transaction, id: number): Promise<void> {
  if (id > (await dialect.search.lastIndexed(trx))) return
  await dialect.search.take(trx, id)
  const row = await searchable(trx).where('article.id', '=', id).executeTakeFirst()
  if (row) await dialect.search.put(trx, [entryOf(row)])
}

function searchable(db: Database) {
  return db
    .selectFrom('article')
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .select(['article.id', 'title', 'summary', 'body', 'author', 'person.name as person'])
}

type Searchable = Awaited<ReturnType<ReturnType<typeof searchable>['execute']>>[number]

function entryOf({ id, title, summary, body, author, person }: Searchable) {
  const words = (raw: unknown) => text(raw) ?? ''
  return {
    id,
    title: words(title),
    summary: words(summary),
    body: words(body),
    author: [author, person].map(text).filter(Boolean).join(' '),
  }
}

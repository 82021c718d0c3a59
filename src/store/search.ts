import { newestArrival, numberArrivals } from './arrivals.ts'
import { readCell, text } from './cells.ts'
import { dialect } from './dialect.ts'
import { articleShape } from './news-shapes.ts'
import type { Database, Transaction } from './tables.ts'

const batch = 200

/**
 * Indexes the articles that arrived since the last call, a few at a time, and lets others work
 * meanwhile. Each is known by its arrival: the last one in the index tells where it ends.
 */
export async function indexNewArticles(db: Database): Promise<void> {
  await numberArrivals(db)
  const newest = await newestArrival(db)
  for (;;) {
    const rows = await searchable(db)
      .where('article.arrival', '>', await dialect.search.lastIndexed(db))
      .where('article.arrival', '<=', newest)
      .orderBy('article.arrival')
      .limit(batch)
      .execute()
    const entries = rows.flatMap((row) => entryOf(row) ?? [])
    if (entries.length === 0) return
    await dialect.search.put(db, entries)
    await new Promise(setImmediate)
  }
}

/** Indexes what is now known of an article, in place of what was indexed of it, if it was. */
export async function reindexArticle(trx: Transaction, id: number): Promise<void> {
  const row = await searchable(trx)
    .where('article.id', '=', id)
    .where('article.arrival', '<=', await dialect.search.lastIndexed(trx))
    .executeTakeFirst()
  const entry = row && entryOf(row)
  if (!entry) return
  await dialect.search.take(trx, entry.arrival)
  await dialect.search.put(trx, [entry])
}

function searchable(db: Database) {
  return db
    .selectFrom('article')
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .select(['article.arrival', 'title', 'summary', 'body', 'author', 'person.name as person'])
}

type Searchable = Awaited<ReturnType<ReturnType<typeof searchable>['execute']>>[number]

function entryOf({ title, summary, body, author, person, ...row }: Searchable) {
  const arrival = readCell(articleShape.arrival, row.arrival)
  if (arrival === null) return null
  const words = (raw: unknown) => text(raw) ?? ''
  return {
    arrival,
    title: words(title),
    summary: words(summary),
    body: words(body),
    author: [author, person].map(text).filter(Boolean).join(' '),
  }
}

import { letOthersWork } from '../lib/let-others-work.ts'
import { searchLanguage } from '../text/search/language.ts'
import { newestArrival, numberArrivals } from './arrivals.ts'
import { readCell, text } from './cells.ts'
import { runCompiled } from './compiled.ts'
import { dialect } from './dialect.ts'
import { articleShape } from './news-shapes.ts'
import type { Database, Transaction } from './tables.ts'

/** Few enough that others may read and write in between. */
const batch = 100
/** Many are written at once for less; what is left waits for the end. */
const manyStems = 16_000

/**
 * Indexes the articles that arrived since the last call, a few at a time, and lets others work
 * meanwhile. Each is known by its arrival.
 */
export async function indexNewArticles(db: Database): Promise<void> {
  await numberArrivals(db)
  const newest = await newestArrival(db)
  while (await db.transaction().execute((trx) => indexSome(trx, newest))) {
    await dialect.search.writeStems(db, { least: manyStems })
    await letOthersWork()
  }
  await dialect.search.writeStems(db)
}

/** False when there was nothing left to index. */
async function indexSome(trx: Transaction, newest: number): Promise<boolean> {
  const indexed = await dialect.search.indexedThrough(trx)
  const build = () =>
    searchable(trx)
      .where('article.arrival', '>', indexed)
      .where('article.arrival', '<=', newest)
      .orderBy('article.arrival')
      .limit(batch)
  const { rows } = await runCompiled(trx, 'to index', build, [indexed, newest, batch])
  const last = rows.at(-1)
  if (!last) return false
  await dialect.search.put(
    trx,
    rows.flatMap((row) => entryOf(row) ?? []),
  )
  await dialect.search.noteIndexed(trx, Number(last.arrival))
  return true
}

/** Indexes what is now known of an article, in place of what was indexed of it, if it was its turn. */
export async function reindexArticle(trx: Transaction, id: number): Promise<void> {
  await dialect.search.take(trx, id)
  const row = await searchable(trx)
    .where('article.id', '=', id)
    .where('article.arrival', '<=', await dialect.search.indexedThrough(trx))
    .executeTakeFirst()
  const entry = row && entryOf(row)
  if (entry) await dialect.search.put(trx, [entry])
}

function searchable(db: Database) {
  return db
    .selectFrom('article')
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .select([
      'article.id',
      'article.arrival',
      'article.feed_id',
      'article.published_at',
      'article.kind',
      'article.language',
      'article.duplicate_of',
      'title',
      'standfirst',
      'summary',
      'summary_origin',
      'body',
      'author',
      'person.name as person',
    ])
}

type Searchable = Awaited<ReturnType<ReturnType<typeof searchable>['execute']>>[number]

/** Null for what is shown to nobody. */
function entryOf(row: Searchable) {
  const arrival = readCell(articleShape.arrival, row.arrival)
  const publishedAt = articleShape.published_at.read(row.published_at)
  if (arrival === null || !publishedAt || row.duplicate_of !== null) return null
  const [title = '', standfirst = '', summary = '', whole = ''] = [
    row.title,
    row.standfirst,
    row.summary,
    row.body,
  ].map(text)
  const isOfText = whole !== '' && row.summary_origin === 'extract'
  const body = whole.startsWith(standfirst) ? whole.slice(standfirst.length) : whole
  const lead = isOfText || standfirst.includes(summary) ? standfirst : `${standfirst}\n${summary}`
  const declared = readCell(articleShape.language, row.language)
  return {
    arrival,
    articleId: row.id,
    feedId: row.feed_id,
    publishedAtMs: publishedAt.epochMilliseconds,
    kind: readCell(articleShape.kind, row.kind),
    language: searchLanguage(declared, [title, standfirst, whole]),
    ...{ title, lead, body },
    author: [row.author, row.person].map(text).filter(Boolean).join('\n'),
  }
}

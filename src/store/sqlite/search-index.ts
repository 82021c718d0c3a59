// What articles are found by: FTS5 over normalised words (https://sqlite.org/fts5.html).
import { sql } from 'kysely'
import { languageCode } from '../../text/languages.ts'
import type { Normaliser } from '../../text/search/normalise.ts'
import { insertInParts, runCompiled } from '../compiled.ts'
import type { Database, Transaction } from '../tables.ts'
import { freeRows } from './search-rows.ts'
import { index, largeFrom, mergeFor } from './search-schema.ts'
import { wordsOf } from './search-stems.ts'

/** What is indexed of an article. */
export type IndexEntry = {
  arrival: number
  articleId: number
  feedId: number
  publishedAtMs: number
  kind: string
  /** A BCP 47 tag. */
  language: string | null
  title: string
  lead: string
  body: string
  author: string
}

/** The words by which articles are filtered: the mark before them stands in no word. */
export const marks = {
  kind: (kind: string) => `·k${kind}`,
  language: (code: string) => `·l${code}`,
  feed: (id: number) => `·f${id}`,
}

/** The last arrival up to which articles are in the index. */
export async function indexedThrough(db: Database): Promise<number> {
  return (await stateOf(db)).indexed
}

/** So many articles that have come just now are missed by nobody. */
const fewMissing = 1000

/** Whether all articles but for a few that have come just now are in the index. */
export async function isWholeIndexed(db: Database): Promise<boolean> {
  const { newest } = await db
    .selectFrom('article')
    .select((e) => e.fn.max('arrival').as('newest'))
    .executeTakeFirstOrThrow()
  return (newest ?? 0) - (await indexedThrough(db)) <= fewMissing
}

/** The last arrival that ever came into the index. */
export async function newestIndexed(db: Database): Promise<number> {
  return (await stateOf(db)).newest
}

function stateOf(db: Database) {
  return index(db).selectFrom('article_search_state').selectAll().executeTakeFirstOrThrow()
}

/** Notes that all articles up to an arrival are in the index. */
export async function noteIndexed(trx: Transaction, arrival: number): Promise<void> {
  const before = await indexedThrough(trx)
  if (before < largeFrom && arrival >= largeFrom) await mergeFor(trx, arrival)
  await index(trx)
    .updateTable('article_search_state')
    .set((e) => ({ indexed: arrival, newest: sql<number>`max(${e.ref('newest')}, ${arrival})` }))
    .execute()
}

/** Adds articles to the index that are not in it, some hundreds at the most. */
export async function putInIndex(trx: Transaction, entries: readonly IndexEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = await freeRows(
    trx,
    entries.map(({ publishedAtMs }) => publishedAtMs),
  )
  // FTS5 writes what it has gathered each time that a row does not follow the one before, and at the end
  // of a statement that inserts several: one for all, whose SQL is made once for each number of rows.
  const placed = entries
    .map((entry, i) => ({ entry, row: rows[i] ?? 0 }))
    .toSorted((a, b) => a.row - b.row)
  const texts = placed.map(textRow(wordsOf(trx).normaliser))
  const build = () => index(trx).insertInto('article_search_text').values(texts)
  await runCompiled(trx, `search text ${texts.length}`, build, texts.flatMap(Object.values))
  await insertInParts(
    trx,
    'search rows',
    placed.map(({ entry, row }) => ({
      row,
      article_id: entry.articleId,
      feed_id: entry.feedId,
      published_at: entry.publishedAtMs,
    })),
    (some) => index(trx).insertInto('article_search_row').values(some),
  )
  await putLanguages(trx, entries)
}

function textRow(normaliser: Normaliser) {
  return ({ entry, row }: { entry: IndexEntry; row: number }) => {
    const { language } = entry
    return {
      rowid: row,
      body: normaliser.words(entry.body, language),
      title: normaliser.words(entry.title, language),
      lead: normaliser.words(entry.lead, language),
      author: normaliser.words(entry.author, language),
      marks: [
        marks.kind(entry.kind),
        marks.language(languageCode(language)),
        marks.feed(entry.feedId),
      ].join(' '),
    }
  }
}

async function putLanguages(trx: Transaction, entries: readonly IndexEntry[]): Promise<void> {
  const codes = new Set(entries.map(({ language }) => languageCode(language)))
  await insertInParts(
    trx,
    'search languages',
    Array.from(codes, (code) => ({ code })),
    (some) =>
      index(trx)
        .insertInto('article_search_language')
        .values(some)
        .onConflict((c) => c.column('code').doNothing()),
  )
}

/** Takes an article out of the index; false where it is not in it. */
export async function takeFromIndex(trx: Transaction, articleId: number): Promise<boolean> {
  const taken = await index(trx)
    .deleteFrom('article_search_row')
    .where('article_id', '=', articleId)
    .returning('row')
    .executeTakeFirst()
  if (!taken) return false
  await index(trx).deleteFrom('article_search_text').where('rowid', '=', taken.row).execute()
  return true
}

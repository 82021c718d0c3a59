import { sql } from 'kysely'
import type { Database, Transaction } from '../tables.ts'

/** One with another number holds other words, and is made anew. */
const version = 5

/** The tables of the index, which SQLite alone has: they can be made anew from the articles. */
export type IndexTables = {
  /**
   * FTS5 over the words that text/search makes of an article; its rowid is `row`. `marks` holds what
   * articles are filtered by.
   */
  article_search_text: {
    rowid: number
    body: string
    title: string
    lead: string
    author: string
    marks: string
  }
  /** Articles in the order of their publication: see search-rows.ts. */
  article_search_row: { row: number; article_id: number; feed_id: number; published_at: number }
  /** The stems of the words that texts have, but for numbers and the like. */
  article_search_stem: {
    stem: string
    sound: string
    /** A word of it as it was written. */
    shown: string
    /** About how often it was met with a capital, and without. */
    capital: number
    small: number
  }
  article_search_language: { code: string }
  /** `indexed` is the last arrival in the index, `newest` the last that ever was. */
  article_search_state: { version: number; indexed: number; newest: number }
}

export const index = (db: Database) => db.withTables<IndexTables>()

/**
 * Makes the tables of the index, or makes them anew where their words are not those of this version.
 * Articles come into it afterwards, a few at a time.
 */
export async function prepareIndex(db: Database): Promise<void> {
  const tables = await tablesIn(db)
  const state = tables.has('article_search_state')
    ? await index(db).selectFrom('article_search_state').selectAll().executeTakeFirst()
    : undefined
  if (state?.version === version) return
  const newest = state?.newest ?? (await newestOfFirst(db, tables))
  await db.transaction().execute(async (trx) => {
    for (const name of names) await sql`drop table if exists ${sql.table(name)}`.execute(trx)
    for (const create of creates) await sql.raw(create).execute(trx)
    await fillPages(trx)
    await mergeFor(trx, 0)
    await index(trx)
      .insertInto('article_search_state')
      .values({ version, indexed: 0, newest })
      .execute()
  })
}

const names = [
  // Of the first version, whose rows were arrivals.
  'article_search',
  'article_search_text',
  'article_search_row',
  'article_search_stem',
  'article_search_language',
  'article_search_state',
]

// The words come folded and parted by spaces, so that ASCII is all that there is to part. Most of them stand
// in the body: of the first column alone FTS5 does not write in which column a word stands.
const creates = [
  `create virtual table article_search_text using fts5(
    body, title, lead, author, marks, content='', contentless_delete=1, tokenize='ascii')`,
  `create table article_search_row (
    row integer primary key, article_id integer not null unique, feed_id integer not null,
    published_at integer not null)`,
  `create table article_search_stem (
    stem text primary key, sound text not null, shown text not null,
    capital integer not null, small integer not null) without rowid`,
  `create index article_search_stem_sound on article_search_stem (sound)`,
  `create table article_search_language (code text primary key) without rowid`,
  `create table article_search_state (version integer, indexed integer, newest integer)`,
]

/** What a page of SQLite needs beside the page of FTS5 that it holds. */
const besidePage = 64

/** Each page of FTS5 fills one of the database: https://sqlite.org/fts5.html#the_pgsz_configuration_option */
async function fillPages(trx: Transaction): Promise<void> {
  const { rows } = await sql<{ page_size: number }>`pragma page_size`.execute(trx)
  const pageBytes = rows[0]?.page_size ?? 4096
  await sql`insert into article_search_text (article_search_text, rank)
    values ('pgsz', cast(${pageBytes - besidePage} as integer))`.execute(trx)
}

/**
 * So many segments of a size are merged into one: the fewer, the more is written, and the less there is to look
 * through. A small archive is soon looked through all the same. FTS5’s own number is that of a large one:
 * https://sqlite.org/fts5.html#the_automerge_configuration_option
 */
const mergedWhileSmall = 10
const mergedOnceLarge = 4

/** From so many articles on an archive is large. */
export const largeFrom = 200_000

/** Sets how often the index merges its segments, for an archive of so many articles. */
export async function mergeFor(trx: Transaction, articles: number): Promise<void> {
  const merged = articles < largeFrom ? mergedWhileSmall : mergedOnceLarge
  await sql`insert into article_search_text (article_search_text, rank)
    values ('automerge', ${sql.lit(merged)})`.execute(trx)
}

async function tablesIn(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where name like 'article_search%'`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

async function newestOfFirst(db: Database, tables: ReadonlySet<string>): Promise<number> {
  if (!tables.has('article_search')) return 0
  const { rows } = await sql<{ newest: number | null }>`
    select max(rowid) as newest from article_search`.execute(db)
  return rows[0]?.newest ?? 0
}

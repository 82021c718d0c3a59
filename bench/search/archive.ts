// An archive in a process of its own: so many invented articles in two languages, indexed as the bot does
// and by plain FTS5, and what each question costs on both. It answers with its figures.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { tuneHeap } from '../../src/lib/tune-heap.ts'
import { numberArrivals } from '../../src/store/arrivals.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { ask, cpuMs, type QuestionFigures } from './ask.ts'
import { type BesideFigures, measureBeside } from './beside.ts'
import { createWriter, type Invented } from './invented.ts'

export type ArchiveFigures = {
  /** CPU milliseconds for each thousand articles. */
  indexing: { ours: number; plain: number }
  /** Bytes of all that is kept for searching, and of the whole file. */
  size: { ours: number; plain: number; articles: number }
  questions: QuestionFigures[]
  beside: BesideFigures
}

/** As many in a transaction as the bot takes. */
const together = 100

const [count = '', runs = ''] = process.argv.slice(2)
tuneHeap()
const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
try {
  process.send?.(await measure(path.join(folder, 'bench.db'), Number(count), Number(runs)))
} finally {
  await rm(folder, { recursive: true })
  process.disconnect?.()
}

async function measure(file: string, articles: number, runs: number): Promise<ArchiveFigures> {
  const db = await openDatabase(file)
  await sql`pragma synchronous = off`.execute(db)
  for (const title of ['Post', 'Herald', 'Record', 'Gazette']) {
    const url = `https://${title.toLowerCase()}.example/rss`
    await addFeed(db, { url, title, kind: 'news' }, Temporal.Now.instant())
  }
  const plain = new SQLite(file)
  plain.pragma('synchronous = off')
  // As the connection of the bot has it.
  plain.pragma('wal_autocheckpoint = 2000')
  plain.exec(`create virtual table plain using fts5(
    title, summary, body, author, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2')`)
  const indexing = { ours: 0, plain: 0 }
  const writer = createWriter()
  for (let from = 0; from < articles; from += 1000) {
    const some = Array.from({ length: 1000 }, (_, i) => writer.write(from + i, articles))
    await storeArticles(db, some)
    // Taken in turns, as the machine is not always as fast.
    const first = cpuMs()
    await indexNewArticles(db)
    const second = cpuMs()
    indexPlain(plain, from, from + some.length)
    indexing.ours += second - first
    indexing.plain += cpuMs() - second
    if (from % 100_000 === 0) process.stderr.write(`${from} articles\n`)
  }
  indexing.ours /= articles / 1000
  indexing.plain /= articles / 1000
  const size = sizeOf(plain)
  const questions = await ask(db, plain, writer.questions(), runs)
  const beside = await measureBeside(db, file, writer.questions())
  plain.close()
  await db.destroy()
  return { indexing, size, questions, beside }
}

async function storeArticles(db: Database, some: readonly Invented[]): Promise<void> {
  const rows = some.map(({ at, ...article }) => ({
    ...article,
    published_at: at,
    first_seen_at: at,
    page_state: 'read' as const,
  }))
  await db.transaction().execute(async (trx) => {
    for (let i = 0; i < rows.length; i += 250) {
      await trx
        .insertInto('article')
        .values(rows.slice(i, i + 250))
        .execute()
    }
  })
  // As with every round of collecting.
  await numberArrivals(db)
}

/** Indexes the articles behind `from`, as they stand in the database too. */
function indexPlain(plain: SQLite.Database, from: number, end: number): void {
  const insert = plain.prepare(`
    insert into plain (rowid, title, summary, body, author)
    select id, title, standfirst, body, author from article where id > ? and id <= ?`)
  for (let at = from; at < end; at += together) {
    plain.transaction(() => insert.run(at, at + together))()
  }
}

function sizeOf(plain: SQLite.Database): ArchiveFigures['size'] {
  const bytes = plain.prepare<[string], { bytes: number }>(
    'select coalesce(sum(pgsize), 0) as bytes from dbstat where name like ?',
  )
  const of = (name: string) => bytes.get(name)?.bytes ?? 0
  return {
    ours: of('article_search%') + of('sqlite_autoindex_article_search%'),
    plain: of('plain%'),
    articles: of('article') + of('sqlite_autoindex_article_1'),
  }
}

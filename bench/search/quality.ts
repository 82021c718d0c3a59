import { sql } from 'kysely'
import { outlets } from '../../src/playground/newspaper/outlets.ts'
import { articlesByIds } from '../../src/store/article-rows.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { readQuestion } from '../../src/text/question/read.ts'
import type { Row } from '../report.ts'
import { invented, questions } from './questions.ts'

const today = Temporal.PlainDate.from('2024-06-14')
const now = Temporal.Instant.from('2024-06-14T12:00:00Z')
const counted = 10

/**
 * How well 60 questions find their answers in the sample newspaper and beside it, in two languages: the mean
 * reciprocal rank of the first right article, and the share of all right ones among the first ten, by
 * relevance. Of a question that finds nothing, the first that it offers is taken. Beside it stands plain FTS5
 * with all words as beginnings.
 */
export async function quality(): Promise<Row[]> {
  const db = await openDatabase(':memory:')
  await fill(db)
  const rows: Row[] = []
  for (const language of ['en', 'uk'] as const) {
    const asked = questions.filter((question) => question.language === language)
    const ours = await scoresOf(asked, (typed) => search(db, typed))
    const plain = await scoresOf(asked, (typed) => searchPlain(db, typed))
    rows.push(
      row(`${asked.length} questions in ${language}, MRR`, ours.mrr, plain.mrr),
      row(`${asked.length} questions in ${language}, recall at ten`, ours.recall, plain.recall),
    )
  }
  await db.destroy()
  return rows
}

async function fill(db: Database): Promise<void> {
  const sample = outlets.flatMap(({ editions }) => editions.flat())
  const articles = [
    ...sample.map(({ title, standfirst, text }) => ({ title, standfirst, body: text.join('\n') })),
    ...invented.map(([title, body]) => ({ title, standfirst: '', body })),
  ]
  const { feed } = await addFeed(
    db,
    { url: 'https://news.example/rss', title: 'News', kind: 'news' },
    now,
  )
  const items = articles.map((article, i) => ({
    ...article,
    itemId: `${i}`,
    url: `https://news.example/${i}`,
    author: null,
    kind: 'news' as const,
    publishedAtMs: now.epochMilliseconds - i * 60_000,
    precision: 'minute' as const,
    place: null,
    summary: null,
  }))
  await recordPolls(db, [{ feedId: feed.id, articles: items, health: {} }], now)
  await indexNewArticles(db)
  await sql`create virtual table plain using fts5(title, lead, body)`.execute(db)
  await sql`insert into plain (rowid, title, lead, body)
    select id, title, standfirst, body from article`.execute(db)
}

async function search(db: Database, typed: string): Promise<string[]> {
  let { question } = readQuestion(typed, today)
  for (let tries = 0; tries < 2; tries++) {
    const request = { fromMs: null, untilMs: null, order: 'relevance' as const, offset: 0 }
    const found = await findArticles(db, { ...request, question, limit: counted })
    if (found.kind === 'found') {
      return titlesOf(
        db,
        found.hits.map(({ articleId }) => articleId),
      )
    }
    const [meant] = found.meant
    if (!meant) return []
    question = meant
  }
  return []
}

async function searchPlain(db: Database, typed: string): Promise<string[]> {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  const match = words.map((word) => `"${word}" *`).join(' ')
  const { rows } = await sql<{ id: number }>`
    select rowid as id from plain where plain match ${match}
    order by bm25(plain, 10, 4, 1) limit ${counted}`.execute(db)
  return titlesOf(
    db,
    rows.map(({ id }) => id),
  )
}

async function titlesOf(db: Database, ids: readonly number[]): Promise<string[]> {
  const articles = await articlesByIds(db, ids)
  return ids.map((id) => articles.get(id)?.title ?? '')
}

async function scoresOf(
  asked: typeof questions,
  find: (typed: string) => Promise<string[]>,
): Promise<{ mrr: number; recall: number }> {
  let [ranks, shares] = [0, 0]
  for (const { asked: typed, right } of asked) {
    const found = await find(typed)
    const isRight = (title: string) => right.some((start) => title.startsWith(start))
    const first = found.findIndex(isRight)
    if (first >= 0) ranks += 1 / (first + 1)
    shares +=
      right.filter((start) => found.some((title) => title.startsWith(start))).length / right.length
  }
  return { mrr: ranks / asked.length, recall: shares / asked.length }
}

function row(figure: string, ours: number, peer: number): Row {
  return { figure, ours, peer, ratio: null, bar: 'above plain FTS5', ok: ours > peer }
}

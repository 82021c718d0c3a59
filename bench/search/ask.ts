import type SQLite from 'better-sqlite3'
import type { SearchRequest } from '../../src/domain/search.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { readQuestion } from '../../src/text/question/read.ts'
import type { Asked } from './invented.ts'

/** CPU milliseconds, as p50 and p99 of some runs. */
export type QuestionFigures = {
  name: string
  order: SearchRequest['order']
  page: number
  ours: { p50: number; p99: number }
  plain: { p50: number; p99: number } | null
  total: number
}

/** What each question costs the thread that looks, and plain FTS5 for the newest up to the page. */
export async function ask(
  db: Database,
  plain: SQLite.Database,
  asked: readonly Asked[],
  runs: number,
): Promise<QuestionFigures[]> {
  const figures: QuestionFigures[] = []
  const newest = plain.prepare<[string, number], unknown>(
    'select rowid from plain where plain match ? order by rowid desc limit ?',
  )
  for (const { name, typed, plain: expression } of asked) {
    for (const [order, page] of [
      ['newest', 0],
      ['newest', 9],
      ['relevance', 0],
    ] as const) {
      const request = requestFor(typed, order, page)
      let total = 0
      const ours = await timed(runs, async () => {
        const found = await findArticles(db, request)
        total = found.kind === 'found' ? found.total : 0
      })
      const upTo = request.offset + request.limit
      const peer =
        order === 'newest' && expression
          ? await timed(runs, async () => newest.all(expression, upTo))
          : null
      figures.push({ name, order, page: page + 1, ours, plain: peer, total })
    }
  }
  return figures
}

export function requestFor(
  typed: string,
  order: SearchRequest['order'],
  page: number,
): SearchRequest {
  const { question } = readQuestion(typed, Temporal.PlainDate.from('2026-01-01'))
  const ms = (day: string | null) =>
    day === null ? null : Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
  return {
    question,
    fromMs: ms(question.after),
    untilMs: ms(question.before),
    order,
    offset: page * 10,
    limit: 10,
  }
}

async function timed(runs: number, run: () => Promise<unknown>) {
  await run()
  const taken: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = cpuMs()
    await run()
    taken.push(cpuMs() - start)
  }
  return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

/** What this thread has computed, in milliseconds. */
export function cpuMs(): number {
  // Linux adds up what a thread does at each tick of 4 ms; that the process is asked brings it up to date.
  process.cpuUsage()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

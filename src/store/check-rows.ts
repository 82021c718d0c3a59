import { sql } from 'kysely'
import type { Problem } from '../domain/problem.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { describeRaw, instant, type Shape, unreadable, usualOf, words } from './cells.ts'
import { dialect } from './dialect.ts'
import { type Mending, mendSubscriptions } from './mend-subscriptions.ts'
import {
  articleShape,
  columnistShape,
  deliveryShape,
  editionShape,
  feedShape,
  storyShape,
} from './news-shapes.ts'
import { paperShape } from './papers.ts'
import { clearProblems, recordProblem, withProblem } from './problems.ts'
import { subscriptionShape } from './subscription-shape.ts'
import type { Database } from './tables.ts'

type Row = Readonly<Record<string, unknown>> & { id: number }

/** A table whose rows are looked at, each named by the table and its number. */
type Watched = {
  table: 'feed' | 'article' | 'story' | 'columnist' | 'paper' | 'edition' | 'delivery'
  shape: Shape
  /** Columns that `mend` needs beside those of the shape. */
  also?: readonly string[]
  /** What another column tells of one that cannot be read, or that cannot be right. */
  mend?: (row: Row) => Record<string, unknown>
}

const watched: readonly Watched[] = [
  { table: 'feed', shape: feedShape },
  { table: 'article', shape: articleShape, mend: mendDates },
  { table: 'story', shape: storyShape },
  { table: 'columnist', shape: columnistShape, also: ['name_key'], mend: mendName },
  { table: 'paper', shape: paperShape, mend: mendHash },
  { table: 'edition', shape: editionShape },
  { table: 'delivery', shape: deliveryShape },
]

/** Set aside while it cannot be read. */
const unreadableCode = 'unreadable'
/** Something usual stands in its place now. */
const mendedCode = 'lost-value'

/** Rows that are looked at in a few milliseconds. */
const slice = 500

/** Looks at the next rows of every table, and returns what it found that was not known yet. */
export type CheckRows = (mending: Mending) => Promise<Problem[]>

/**
 * Looks at all rows in turn, some with each call, newest first. Something usual stands in for what
 * cannot be read from then on; a row that cannot be read without it is left out by all who read it,
 * and noted until it is whole again.
 */
export function createRowCheck(db: Database): CheckRows {
  const places = new Map<string, number>()
  const nextRows = async (table: string, columns: readonly string[]): Promise<Row[]> => {
    const before = places.get(table) ?? Number.MAX_SAFE_INTEGER
    const { rows } = await sql<Row>`
      select ${sql.join(['id', ...columns].map((name) => sql.ref(name)))}
      from ${sql.table(table)} where id < ${before} order by id desc limit ${slice}`.execute(db)
    const last = rows.at(-1)
    // From the newest again once all were seen.
    if (last && rows.length === slice) places.set(table, last.id)
    else places.delete(table)
    return rows
  }
  return async (mending) => {
    const found = await mendSubscriptions(
      db,
      (await nextRows('subscription', Object.keys(subscriptionShape)))
        .filter((row) => unreadable(subscriptionShape, row).length > 0)
        .map(({ id }) => id),
      mending,
    )
    for (const each of watched) {
      await letOthersWork()
      const rows = await nextRows(each.table, [...Object.keys(each.shape), ...(each.also ?? [])])
      found.push(...(await checkRows(db, each, rows, mending.now)))
    }
    return found
  }
}

async function checkRows(
  db: Database,
  watched: Watched,
  rows: readonly Row[],
  now: Temporal.Instant,
): Promise<Problem[]> {
  const found: Problem[] = []
  const whole: number[] = []
  for (const row of rows) {
    const problems = problemsOf(watched, row)
    if (problems.every(({ code }) => code !== unreadableCode)) whole.push(row.id)
    found.push(...(await keep(db, watched, row, problems, now)))
  }
  for (const id of await withProblem(db, watched.table, unreadableCode, whole)) {
    await clearProblems(db, watched.table, id, unreadableCode)
  }
  return found
}

/** What stands in for what cannot be read in a row. */
function mendingOf({ shape, mend }: Watched, row: Row): Record<string, unknown> {
  return { ...usualOf(shape, unreadable(shape, row)), ...mend?.(row) }
}

function problemsOf(watched: Watched, row: Row): Problem[] {
  const mended = Object.keys(mendingOf(watched, row))
  const left = unreadable(watched.shape, row).filter((name) => !mended.includes(name))
  const problemOf = (code: string, names: string[]): Problem[] => {
    if (names.length === 0) return []
    const detail = names.map((name) => `${name}: ${describeRaw(row[name])}`).join('; ')
    return [{ subject: watched.table, id: row.id, code, detail }]
  }
  return [...problemOf(mendedCode, mended), ...problemOf(unreadableCode, left)]
}

/** Mends a row and notes its problems; returns those that were not known. */
async function keep(
  db: Database,
  watched: Watched,
  row: Row,
  problems: Problem[],
  now: Temporal.Instant,
): Promise<Problem[]> {
  if (problems.length === 0) return []
  return db.transaction().execute(async (trx) => {
    const mended = mendingOf(watched, row)
    // One that arrives anew is indexed anew.
    if (watched.table === 'article' && 'arrival' in mended) await dialect.search.take(trx, row.id)
    const values = Object.entries(mended).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
    if (values.length > 0) {
      const table = sql.table(watched.table)
      await sql`update ${table} set ${sql.join(values)} where id = ${row.id}`.execute(trx)
    }
    const fresh: Problem[] = []
    for (const problem of problems) {
      if (await recordProblem(trx, problem, now)) fresh.push(problem)
    }
    return fresh
  })
}

const dayMs = 24 * 60 * 60 * 1000

// An article is seen after it was published, so each date can stand in for the other.
function mendDates({ published_at, first_seen_at }: Row): Record<string, unknown> {
  const published = instant(published_at)?.epochMilliseconds
  const seen = instant(first_seen_at)?.epochMilliseconds
  if (published === undefined) return seen === undefined ? {} : { published_at: seen }
  if (seen === undefined) return { first_seen_at: published }
  return published > seen + dayMs ? { published_at: seen } : {}
}

// Others that choose the same paper later are not to get the one that stands in for it.
function mendHash({ id, value }: Row): Record<string, unknown> {
  return paperShape.value.read(value) === undefined ? { hash: `mended ${id}` } : {}
}

function mendName({ name, name_key }: Row): Record<string, unknown> {
  const key = words(name_key)
  return words(name) === undefined && key !== undefined ? { name: key } : {}
}

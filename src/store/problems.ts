import type { Selectable } from 'kysely'
import { type Problem, type ProblemSubject, problemSubjects } from '../domain/problem.ts'
import { count, instant, text } from './cells.ts'
import type { Database, Tables } from './tables.ts'

/** A problem as it is kept: how often it was met, and when first and last. */
export type KnownProblem = Problem & {
  times: number
  firstSeenAt: Temporal.Instant
  lastSeenAt: Temporal.Instant
}

/** Long values say no more about what is wrong than their beginning. */
const mostDetail = 200

/** Notes that something was set aside; true when this was not known yet. */
export async function recordProblem(
  db: Database,
  { subject, id, code, detail }: Problem,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = now.epochMilliseconds
  const { times } = await db
    .insertInto('problem')
    .values({
      subject,
      subject_id: id,
      code,
      detail: detail?.slice(0, mostDetail) ?? null,
      first_seen_at: at,
      last_seen_at: at,
    })
    .onConflict((c) =>
      c.columns(['subject', 'subject_id', 'code']).doUpdateSet((e) => ({
        times: e('problem.times', '+', 1),
        detail: e.ref('excluded.detail'),
        last_seen_at: at,
      })),
    )
    .returning('times')
    .executeTakeFirstOrThrow()
  return Number(times) === 1
}

/** The problems met last, newest first. */
export async function listProblems(db: Database, limit: number): Promise<KnownProblem[]> {
  const rows = await db
    .selectFrom('problem')
    .selectAll()
    .orderBy('last_seen_at', 'desc')
    .orderBy('subject')
    .orderBy('subject_id')
    .limit(limit)
    .execute()
  return problemsFromRows(rows)
}

/** Forgets the problems of something that is whole again, or those of one code; returns their number. */
export async function clearProblems(
  db: Database,
  subject: ProblemSubject,
  id: number,
  code?: string,
): Promise<number> {
  let query = db.deleteFrom('problem').where('subject', '=', subject).where('subject_id', '=', id)
  if (code !== undefined) query = query.where('code', '=', code)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}

/** Which of these were set aside for a reason, by its code. */
export async function withProblem(
  db: Database,
  subject: ProblemSubject,
  code: string,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('problem')
    .select('subject_id')
    .where('subject', '=', subject)
    .where('code', '=', code)
    .where('subject_id', 'in', ids)
    .execute()
  return rows.map(({ subject_id }) => subject_id)
}

/** Forgets the problems that were last met before an instant. */
export async function forgetProblems(db: Database, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('problem').where('last_seen_at', '<', before.epochMilliseconds).execute()
}

/** How many problems are known. */
export async function countProblems(db: Database): Promise<number> {
  const { all } = await db
    .selectFrom('problem')
    .select((e) => e.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return Number(all)
}

/** What admins were not told of yet. */
export type UntoldProblems = {
  /** Some of it, what was met first first. */
  problems: KnownProblem[]
  count: number
  /** When the last of it was first met, in milliseconds. */
  until: number
  /** When they were last told of anything. */
  lastToldAt: Temporal.Instant | null
}

export async function untoldProblems(db: Database, limit: number): Promise<UntoldProblems> {
  const untold = db.selectFrom('problem').where('told_at', 'is', null)
  const rows = await untold
    .selectAll()
    .orderBy('first_seen_at')
    .orderBy('subject')
    .orderBy('subject_id')
    .limit(limit)
    .execute()
  const { count, until } = await untold
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('first_seen_at').as('until')])
    .executeTakeFirstOrThrow()
  const { last } = await db
    .selectFrom('problem')
    .select((e) => e.fn.max('told_at').as('last'))
    .executeTakeFirstOrThrow()
  return {
    problems: problemsFromRows(rows),
    count: Number(count),
    until: until ?? 0,
    lastToldAt: instant(last) ?? null,
  }
}

/** Notes that admins were told of what was first met up to a time. */
export async function recordTold(
  db: Database,
  until: number,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('problem')
    .set({ told_at: now.epochMilliseconds })
    .where('told_at', 'is', null)
    .where('first_seen_at', '<=', until)
    .execute()
}

/** What cannot be read of a problem itself is of no use to anybody. */
function problemsFromRows(rows: readonly Selectable<Tables['problem']>[]): KnownProblem[] {
  return rows.flatMap((row) => {
    const subject = problemSubjects.find((each) => each === row.subject)
    const firstSeenAt = instant(row.first_seen_at)
    const lastSeenAt = instant(row.last_seen_at)
    const code = text(row.code)
    if (!subject || !firstSeenAt || !lastSeenAt || code === undefined) return []
    return {
      subject,
      id: row.subject_id,
      code,
      detail: text(row.detail) ?? null,
      times: count(row.times) ?? 1,
      firstSeenAt,
      lastSeenAt,
    }
  })
}

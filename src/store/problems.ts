import type { Problem, ProblemSubject } from '../domain/problem.ts'
import type { Database } from './tables.ts'

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
  return rows.map((row) => ({
    subject: row.subject,
    id: row.subject_id,
    code: row.code,
    detail: row.detail,
    times: row.times,
    firstSeenAt: Temporal.Instant.fromEpochMilliseconds(row.first_seen_at),
    lastSeenAt: Temporal.Instant.fromEpochMilliseconds(row.last_seen_at),
  }))
}

/** Forgets the problems of something that is whole again; gives their number. */
export async function clearProblems(
  db: Database,
  subject: ProblemSubject,
  id: number,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('problem')
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

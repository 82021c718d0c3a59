import { describeError } from '../lib/describe-error.ts'
import {
  countProblems,
  type KnownProblem,
  listProblems as newestProblems,
  recordProblem,
  recordTold,
  type UntoldProblems,
  untoldProblems,
} from '../store/problems.ts'
import type { Editing } from './editing.ts'

export type { KnownProblem, UntoldProblems }

type Parts = Pick<Editing, 'db' | 'now'>

const noticeEvery = Temporal.Duration.from({ hours: 1 })

/** Returns the latest problems, at most `limit`, and the number of all. */
export async function listProblems(
  { db }: Pick<Editing, 'db'>,
  limit: number,
): Promise<{ problems: KnownProblem[]; count: number }> {
  return { count: await countProblems(db), problems: await newestProblems(db, limit) }
}

/** Records that an update of the bot could not be handled. */
export async function recordFailedUpdate(
  { db, now }: Parts,
  id: number,
  error: unknown,
): Promise<void> {
  const detail = describeError(error)
  await recordProblem(db, { subject: 'update', id, code: 'update-failed', detail }, now())
}

/**
 * Each call notifies admins of the problems that are new since the last notice, at most once an hour.
 * It is tried again when `notify` reaches none of them.
 */
export function createProblemNotices(
  { db, now }: Parts,
  named: number,
  notify: (untold: UntoldProblems, now: Temporal.Instant) => Promise<boolean>,
): () => Promise<void> {
  let toldAt: Temporal.Instant | null = null
  return async () => {
    const at = now()
    const untold = await untoldProblems(db, named)
    if (untold.count === 0 || isRecent(toldAt, at) || isRecent(untold.lastToldAt, at)) return
    if (!(await notify(untold, at))) return
    toldAt = at
    await recordTold(db, untold.until, at)
  }
}

function isRecent(toldAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (!toldAt) return false
  const { compare } = Temporal.Instant
  // A time in the future comes from a clock that was wrong.
  return compare(toldAt, now) <= 0 && compare(now, toldAt.add(noticeEvery)) < 0
}

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

/** Some of what was set aside, what was met last first, and how much of it there is. */
export async function listProblems(
  { db }: Pick<Editing, 'db'>,
  limit: number,
): Promise<{ problems: KnownProblem[]; count: number }> {
  return { count: await countProblems(db), problems: await newestProblems(db, limit) }
}

/** Sets aside an update of the bot that could not be handled. */
export async function setUpdateAside(
  { db, now }: Parts,
  id: number,
  error: unknown,
): Promise<void> {
  const detail = describeError(error)
  await recordProblem(db, { subject: 'update', id, code: 'update-failed', detail }, now())
}

/**
 * Each call tells admins what was set aside since they were last told: all of it at once, some of it
 * by name, and no more often than once an hour. It is tried again when `tell` reaches none of them.
 */
export function createProblemNotices(
  { db, now }: Parts,
  named: number,
  tell: (untold: UntoldProblems, now: Temporal.Instant) => Promise<boolean>,
): () => Promise<void> {
  let toldAt: Temporal.Instant | null = null
  return async () => {
    const at = now()
    const untold = await untoldProblems(db, named)
    if (untold.count === 0 || isRecent(toldAt, at) || isRecent(untold.lastToldAt, at)) return
    if (!(await tell(untold, at))) return
    toldAt = at
    await recordTold(db, untold.until, at)
  }
}

function isRecent(toldAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (!toldAt) return false
  const { compare } = Temporal.Instant
  // A time to come is that of a clock that was wrong.
  return compare(toldAt, now) <= 0 && compare(now, toldAt.add(noticeEvery)) < 0
}

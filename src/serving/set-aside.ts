import type { Problem } from '../domain/problem.ts'
import { describeError } from '../lib/describe-error.ts'
import type { Log } from '../lib/log.ts'
import { recordProblem } from '../store/problems.ts'
import type { Database } from '../store/tables.ts'

export type SettingAside = { db: Database; log: Log; now: Temporal.Instant }

/** Records for admins what could not be handled, and logs it the first time. Never throws. */
export async function setAside({ db, log, now }: SettingAside, problem: Problem): Promise<void> {
  const { subject, id, code, detail } = problem
  const about = { [subject]: id, reason: detail ?? code }
  try {
    if (await recordProblem(db, problem, now)) log.warn(about, `${subject} set aside`)
  } catch (error) {
    log.warn(about, `${subject} set aside`)
    log.error({ reason: describeError(error) }, 'not recorded')
  }
}

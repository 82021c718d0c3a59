import type { Problem } from '../domain/problem.ts'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { Log } from '../lib/log.ts'
import { createRowCheck } from '../store/check-rows.ts'
import { endStuckDeliveries } from '../store/deliveries.ts'
import { forgetProblems, recordProblem } from '../store/problems.ts'
import type { Database } from '../store/tables.ts'

/** A delivery that is due for so long, and has nothing left to send, blocks the next one. */
const stuckAfter = Temporal.Duration.from({ minutes: 30 })
/** A problem is listed for so long after it last occurred. */
const problemsKept = Temporal.Duration.from({ hours: 30 * 24 })

/**
 * Each call checks the next rows of the database for values that cannot be read, replaces them with
 * defaults or sets the row aside, and logs what it found.
 */
export function createCheckOfRows({
  db,
  now,
  log,
  defaults,
}: {
  db: Database
  now: () => Temporal.Instant
  log: Log
  defaults: ScheduleDefaults
}): () => Promise<void> {
  const check = createRowCheck(db)
  return async () => {
    for (const { subject, id, code } of await check({ defaults, now: now() })) {
      log.warn({ [subject]: id, problem: code }, 'could not be read')
    }
    for (const { id, code } of await giveUpStuck(db, now())) {
      log.warn({ delivery: id, problem: code }, 'given up: none of it could be sent')
    }
    await forgetProblems(db, now().subtract(problemsKept))
  }
}

function giveUpStuck(db: Database, now: Temporal.Instant): Promise<Problem[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await endStuckDeliveries(trx, now.subtract(stuckAfter))
    const problems = ids.map(
      (id): Problem => ({ subject: 'delivery', id, code: 'stuck', detail: null }),
    )
    for (const problem of problems) await recordProblem(trx, problem, now)
    return problems
  })
}

import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { Log } from '../lib/log.ts'
import { createRowCheck } from '../store/check-rows.ts'
import { endStuckDeliveries } from '../store/deliveries.ts'
import { forgetProblems, recordProblem } from '../store/problems.ts'
import type { Database } from '../store/tables.ts'

/** A digest whose hour came so long ago and of which nothing can be sent holds up the next. */
const stuckAfter = Temporal.Duration.from({ minutes: 30 })
/** What was set aside is told of for so long after it was last met. */
const problemsKept = Temporal.Duration.from({ hours: 30 * 24 })

/**
 * Each call looks at the next rows of the database for what cannot be read, lets the usual stand in
 * for it or sets it aside, and logs what it found.
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
    for (const id of await endStuckDeliveries(db, now().subtract(stuckAfter))) {
      const problem = { subject: 'delivery', id, code: 'stuck', detail: null } as const
      await recordProblem(db, problem, now())
      log.warn({ delivery: id, problem: problem.code }, 'given up: none of it could be sent')
    }
    await forgetProblems(db, now().subtract(problemsKept))
  }
}

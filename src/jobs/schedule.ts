import cron from 'node-cron'
import { describeError } from '../domain/describe-error.ts'
import type { Log } from '../log.ts'

export type Schedule = { stop(): Promise<void> }

/** Calls every job once a minute, on the minute; a job that still runs is not started again. */
export function everyMinute(jobs: Record<string, () => Promise<unknown>>, log: Log): Schedule {
  const tasks = Object.entries(jobs).map(([name, job]) =>
    cron.schedule(
      '* * * * *',
      () =>
        job().catch((error) =>
          log.error({ job: name, reason: describeError(error) }, 'job failed'),
        ),
      { name, noOverlap: true, suppressMissedWarning: true },
    ),
  )
  return {
    async stop() {
      for (const task of tasks) await task.destroy()
    },
  }
}

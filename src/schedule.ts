import cron, { type ScheduledTask } from 'node-cron'
import { describeError } from './lib/describe-error.ts'
import type { Log } from './lib/log.ts'

export type Schedule = { stop(): Promise<void> }

export type ScheduleOptions = {
  /** Whether jobs may be started now; they may by default. */
  mayRun?: () => boolean
  /** Told when the clock has jumped, before the jobs run on its new time. */
  onJump?: () => void
}

/** How often the wall clock is compared with the monotonic one, and how far they may part meanwhile. */
const lookMs = 1000
const jumpMs = 5000
/** A job that runs for longer is logged. */
const longMinutes = 15

/**
 * Calls every job once a minute, on the minute; a job that still runs is not started again. After a
 * jump of the clock in either direction, or a sleep of the machine, every job runs once and the
 * schedule starts anew.
 */
export function everyMinute(
  jobs: Record<string, () => Promise<unknown>>,
  log: Log,
  { mayRun = () => true, onJump = () => {} }: ScheduleOptions = {},
): Schedule {
  const running = new Set<string>()
  const run = async (name: string, job: () => Promise<unknown>) => {
    if (running.has(name)) return
    running.add(name)
    const warn = () => log.warn({ job: name, minutes: longMinutes }, 'job still runs')
    const timer = setTimeout(warn, longMinutes * 60_000).unref()
    try {
      await job()
    } catch (error) {
      log.error({ job: name, reason: describeError(error) }, 'job failed')
    } finally {
      clearTimeout(timer)
      running.delete(name)
    }
  }
  let task: ScheduledTask | undefined
  const runAndGoOn = () => {
    task?.destroy()
    task = onMinute(nextMinute(Date.now()), runAndGoOn)
    if (!mayRun()) return
    for (const [name, job] of Object.entries(jobs)) void run(name, job)
  }
  task = onMinute(nextMinute(Date.now()), runAndGoOn)

  // The monotonic clock stands still while the machine sleeps: a sleep looks like a clock set forward.
  let apartMs = Date.now() - performance.now()
  const watch = setInterval(() => {
    const beforeMs = apartMs
    apartMs = Date.now() - performance.now()
    if (Math.abs(apartMs - beforeMs) < jumpMs) return
    log.warn({ seconds: Math.round((apartMs - beforeMs) / 1000) }, 'the clock has jumped')
    onJump()
    runAndGoOn()
  }, lookMs).unref()

  return {
    async stop() {
      clearInterval(watch)
      await task?.destroy()
    },
  }
}

/**
 * Calls back at this minute, or as soon after it as it can. A task of one minute alone: of a task that
 * is late node-cron walks through all that it has missed, match by match, which takes a task of every
 * minute 25 s for 400 days, and this one a step for each year.
 */
function onMinute(minute: Temporal.ZonedDateTime, call: () => void): ScheduledTask {
  const expression = `${minute.minute} ${minute.hour} ${minute.day} ${minute.month} *`
  return cron.schedule(expression, call, {
    timezone: 'UTC',
    missedExecutionTolerance: Number.POSITIVE_INFINITY,
    suppressMissedWarning: true,
  })
}

function nextMinute(nowMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO('UTC')
    .add({ minutes: 1 })
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

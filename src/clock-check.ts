import type { Log } from './lib/log.ts'
import { lastRecordedAt } from './store/last-recorded.ts'
import type { Database } from './store/tables.ts'

/** No clock that is right shows less. */
const earliest = Temporal.Instant.from('2024-01-01T00:00:00Z')
const patienceMs = 10 * 60_000
const toleranceHours = 1

/**
 * Answers whether the clock may be believed. Where it has no battery, a machine starts in 1970, or when
 * it was switched off, until it hears from a time server; what is read then would be dated wrongly. So
 * a clock that is behind what the database has seen is waited for, ten minutes from the start. Later
 * it is believed: then it was ahead before.
 */
export async function createClockCheck(
  db: Database,
  now: () => Temporal.Instant,
  log: Log,
  nowMs: () => number = () => performance.now(),
): Promise<() => boolean> {
  const untilMs = nowMs() + patienceMs
  const seen = (await lastRecordedAt(db))?.subtract({ hours: toleranceHours }) ?? earliest
  const least = Temporal.Instant.compare(seen, earliest) > 0 ? seen : earliest
  let isTold = false
  return () => {
    if (nowMs() >= untilMs || Temporal.Instant.compare(now(), least) >= 0) return true
    if (!isTold)
      log.warn({ shows: now().toString() }, 'the clock is behind: waiting until it is set')
    isTold = true
    return false
  }
}

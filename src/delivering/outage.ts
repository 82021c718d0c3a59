import type { Log } from '../lib/log.ts'
import { pauseBeforeRetry } from './backoff.ts'
import type { Pace } from './pace.ts'

/** Knows whether Telegram answers, so that an outage costs a few attempts and not one of each part. */
export type Outage = {
  /** A message got an answer, whatever it says. */
  worked(): void
  /** A message got none. */
  failed(): void
  /** Whether nothing is to be sent at the moment. */
  isStandstill(): boolean
  /** Waits for a while, longer each time; ends the standstill if Telegram answers then. */
  wait(changed: () => Promise<void>): Promise<void>
}

/** So many failures in a row are no accident. */
const mostInRow = 3
const longestProbePauseMs = 60_000

export function createOutage({
  probe,
  sleep,
  random,
  pace,
  log,
}: {
  probe: () => Promise<boolean>
  sleep: (durationMs: number) => Promise<void>
  random: () => number
  pace: Pace
  log: Log
}): Outage {
  let inRow = 0
  let standstills = 0
  return {
    worked() {
      inRow = 0
      standstills = 0
    },
    failed() {
      inRow++
    },
    isStandstill: () => inRow >= mostInRow || pace.pausedMs() > 0,
    async wait(changed) {
      const pausedMs = pace.pausedMs()
      if (pausedMs > 0) return Promise.race([sleep(pausedMs), changed()])
      const pause = pauseBeforeRetry(standstills, random())
      if (standstills++ === 0) log.warn('Telegram does not answer: sending waits until it does')
      const pauseMs = Math.min(pause.total('milliseconds'), longestProbePauseMs)
      await Promise.race([sleep(pauseMs), changed()])
      if (!(await probe())) return
      inRow = 0
      log.info('Telegram answers again')
    },
  }
}

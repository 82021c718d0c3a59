import { slackMs } from './pace.ts'

/** How many messages may be on their way at once: what a crash can at most send twice. */
export type Window = {
  size(): number
  /** Notes how long one was on its way, until it was answered and recorded. */
  measure(durationMs: number): void
}

const least = 10
/** How long a message is taken to be on its way until it is measured, and at the most. */
const unmeasuredMs = 500
const longestMs = 1000

/** The most that a window for so many messages a second ever lets through: those of one second. */
export function mostInFlight(perSecond: number): number {
  return Math.max(least, Math.ceil((perSecond * longestMs) / 1000))
}

/**
 * A window that is as large as it must be for so many messages a second (Little's law): what goes out
 * while one is on its way. How long that is, is smoothed as TCP does it, with four times its deviation
 * on top (https://www.rfc-editor.org/rfc/rfc6298#section-2).
 */
export function createWindow(perSecond: number): Window {
  let smoothedMs: number | null = null
  let deviationMs = 0
  return {
    size() {
      const onTheWayMs =
        smoothedMs === null ? unmeasuredMs : smoothedMs + Math.max(slackMs, 4 * deviationMs)
      const wanted = Math.ceil((perSecond * onTheWayMs) / 1000)
      return Math.min(Math.max(least, wanted), mostInFlight(perSecond))
    },
    measure(durationMs) {
      if (smoothedMs === null) {
        smoothedMs = durationMs
        deviationMs = durationMs / 2
        return
      }
      deviationMs += (Math.abs(smoothedMs - durationMs) - deviationMs) / 4
      smoothedMs += (durationMs - smoothedMs) / 8
    },
  }
}

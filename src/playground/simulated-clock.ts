import { setImmediate } from 'node:timers/promises'
import type { Clock } from './telegram/clock.ts'

export type SimulatedClock = Clock & {
  /** Lets so much time pass: runs what falls due in order, and what it leads to, at its own time. */
  advance(durationMs: number): Promise<void>
  /** Settles when so much simulated time has passed. */
  sleep(durationMs: number): Promise<void>
  /** Sets the time of day forward or back, as an operator does; waits go on as they were. */
  jump(durationMs: number): void
}

type Timer = { atMs: number; run: () => void }

/** A clock that stands still at `start` until it is advanced. */
export function createSimulatedClock(start: Temporal.Instant): SimulatedClock {
  let elapsedMs = 0
  let jumpedMs = 0
  /** Soonest last, so that taking the next one moves no others. */
  const timers: Timer[] = []

  const after: Clock['after'] = (delayMs, run) => {
    const timer = { atMs: elapsedMs + Math.max(0, delayMs), run }
    timers.splice(placeOf(timers, timer.atMs), 0, timer)
    return () => {
      const index = timers.indexOf(timer, placeOf(timers, timer.atMs))
      if (index >= 0) timers.splice(index, 1)
    }
  }

  return {
    now: () => start.add({ milliseconds: Math.floor(elapsedMs + jumpedMs) }),
    after,
    sleep: (durationMs) => new Promise((resolve) => after(durationMs, resolve)),
    jump: (durationMs) => {
      jumpedMs += durationMs
    },
    async advance(durationMs) {
      const endMs = elapsedMs + durationMs
      await setImmediate()
      for (let next = timers.at(-1); next && next.atMs <= endMs; next = timers.at(-1)) {
        timers.pop()
        elapsedMs = next.atMs
        next.run()
        await setImmediate()
      }
      elapsedMs = endMs
    },
  }
}

/** Before the timers of the same time: those that were set first run first. */
function placeOf(timers: readonly Timer[], atMs: number): number {
  let low = 0
  let high = timers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((timers[middle]?.atMs ?? 0) > atMs) low = middle + 1
    else high = middle
  }
  return low
}

export type ShiftedClock = {
  now: () => Temporal.Instant
  /** Moves the clock on to an instant; one that has passed is left behind. */
  moveOnTo(at: Temporal.Instant): void
}

/** The machine's clock, which can be moved on: so that nobody waits for tomorrow. */
export function createShiftedClock(): ShiftedClock {
  let aheadMs = 0
  const now = () => Temporal.Now.instant().add({ milliseconds: aheadMs })
  return {
    now,
    moveOnTo(at) {
      aheadMs += Math.max(0, at.epochMilliseconds - now().epochMilliseconds)
    },
  }
}

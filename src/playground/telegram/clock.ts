/** Runs `run` once after so many milliseconds, unless the function it gives back is called before. */
export type After = (delayMs: number, run: () => void) => () => void

/** What a world knows of time. The system's is the default; a simulated one can take its place. */
export type Clock = { now: () => Temporal.Instant; after: After }

/** The system's timers. They keep no process alive. */
export const systemAfter: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs)
  timer.unref()
  return () => clearTimeout(timer)
}

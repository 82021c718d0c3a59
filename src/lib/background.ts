import { describeError } from './describe-error.ts'
import type { Log } from './log.ts'

/** Work that nobody waits for until the end. */
export type Background = {
  /** Follows a piece of work; its failure is logged and costs only itself. */
  run(work: Promise<unknown>): Promise<unknown>
  /** Settles when all of it is done. */
  settled(): Promise<unknown>
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<unknown>>()
  return {
    run(work) {
      const guarded = work
        .catch((error) => log.error({ reason: describeError(error) }, 'background work failed'))
        .finally(() => running.delete(guarded))
      running.add(guarded)
      return guarded
    },
    settled: () => Promise.all(running),
  }
}

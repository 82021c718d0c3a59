import { isSilence } from './fetch-failure.ts'

/** Asks a server, by its host. Throws what asking throws. */
export type Ask = <T>(host: string, request: () => Promise<T>) => Promise<T>

const mostInARow = 2
const restMs = 60_000

/**
 * Asks a server that twice in a row did not answer at all no more for a minute, but throws what came
 * the last time: everything else that is wanted of it would wait as long (the circuit breaker of
 * M. Nygard, Release It!).
 */
export function circuitBreaker(nowMs: () => number = () => performance.now()): Ask {
  const silent = new Map<string, { inARow: number; error: unknown; untilMs: number }>()
  const note = (host: string, error: unknown) => {
    for (const [known, { untilMs }] of silent) if (untilMs + restMs < nowMs()) silent.delete(known)
    const inARow = (silent.get(host)?.inARow ?? 0) + 1
    silent.set(host, { inARow, error, untilMs: nowMs() + restMs })
  }
  return async (host, request) => {
    const last = silent.get(host)
    if (last && last.inARow >= mostInARow && nowMs() < last.untilMs) {
      // Thousands may be refused in a row: others are served between them.
      await new Promise(setImmediate)
      throw last.error
    }
    try {
      const answer = await request()
      silent.delete(host)
      return answer
    } catch (error) {
      if (isSilence(error)) note(host, error)
      throw error
    }
  }
}

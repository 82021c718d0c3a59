import { LRUCache } from 'lru-cache'
import { letOthersWork } from '../lib/let-others-work.ts'

/** Asks a server, by its host. Throws what asking throws. */
export type Ask = <T>(host: string, request: () => Promise<T>) => Promise<T>

const mostInARow = 2
const restMs = 60_000
const mostHosts = 10_000
/** A limit that ended a request sooner was used up by another server, which had redirected here. */
const leastWaitMs = 5000

/**
 * Asks a server that twice in a row did not answer at all no more for a minute, but throws what came
 * the last time: everything else that is wanted of it would wait as long (the circuit breaker of
 * M. Nygard, Release It!). `isSilence` tells whether an error is such a silence.
 */
export function circuitBreaker(
  isSilence: (error: unknown) => boolean,
  nowMs: () => number = () => performance.now(),
): Ask {
  type Silence = { inARow: number; error: unknown; untilMs: number }
  const silent = new LRUCache<string, Silence>({ max: mostHosts })
  return async (host, request) => {
    const last = silent.get(host)
    if (last && last.inARow >= mostInARow && nowMs() < last.untilMs) {
      // Thousands may be refused in a row: others are served between them.
      await letOthersWork()
      throw last.error
    }
    const startMs = nowMs()
    try {
      const answer = await request()
      silent.delete(host)
      return answer
    } catch (error) {
      const isOutOfTime = error instanceof Error && error.name === 'TimeoutError'
      const isItsOwn = !isOutOfTime || nowMs() - startMs >= leastWaitMs
      if (isSilence(error) && isItsOwn) {
        const inARow = (silent.get(host)?.inARow ?? 0) + 1
        silent.set(host, { inARow, error, untilMs: nowMs() + restMs })
      }
      throw error
    }
  }
}

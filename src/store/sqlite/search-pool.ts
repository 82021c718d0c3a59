// SQLite alone: a thread reads the file beside the connection that writes.
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { Search, SearchNothing, SearchRequest } from '../../domain/search.ts'
import type { Database } from '../tables.ts'
import { findArticles } from './search.ts'
import { answerFrom, type FoundRows } from './search-hits.ts'

/** Looks for articles without keeping whoever else is served waiting. */
export type SearchPool = {
  find(request: SearchRequest): Promise<Search>
  close(): Promise<void>
}

/** Of waiting and looking together: so long a reader looks at nothing. */
const usualLimitMs = 5000
/** One that takes long leaves the other for everybody else; one processor is left for the bot. */
const threads = Math.min(2, Math.max(1, availableParallelism() - 1))
const mostWaiting = 16
/** The share of the limit after which a search answers with what it has found. */
const own = 0.4

/**
 * Looks in threads, on connections to `file` of their own; a thread that is not done in time is ended
 * and replaced. A database in memory has one connection alone, `db`, and is searched by it.
 */
export function createSearchPool(
  db: Database,
  file: string,
  { limitMs = usualLimitMs } = {},
): SearchPool {
  if (file === ':memory:') {
    return {
      find: (request) => findArticles(db, request, { limitMs: limitMs * own }),
      close: async () => {},
    }
  }
  const pool = new Piscina<SearchRequest, FoundRows | SearchNothing>({
    filename: new URL('./search-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: mostWaiting,
    idleTimeout: 60_000,
    recordTiming: false,
    workerData: { file, limitMs: limitMs * own },
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  })
  // Of a thread that dies without a task; without a listener the process would end.
  pool.on('error', () => {})
  return {
    async find(request) {
      if (pool.queueSize >= mostWaiting) return { kind: 'busy' }
      // A signal with a timeout of its own would be kept until then, with the answer.
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), limitMs)
      try {
        return answerFrom(await pool.run(request, { signal: limit.signal }))
      } catch (error) {
        if (limit.signal.aborted) return { kind: 'late' }
        throw error
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => pool.close({ force: true }),
  }
}

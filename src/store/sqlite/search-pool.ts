// SQLite alone: a thread reads the file beside the connection that writes.
import { Piscina } from 'piscina'
import type { Search } from '../../domain/question.ts'
import type { Database } from '../tables.ts'
import { findArticles } from './search.ts'

/** Looks for articles without keeping whoever else is served waiting. */
export type SearchPool = {
  find(words: readonly string[]): Promise<Search>
  close(): Promise<void>
}

/** Of waiting and looking together: so long a reader looks at nothing. */
const usualLimitMs = 5000
/** One that takes long leaves the other for everybody else. */
const threads = 2
const mostWaiting = 16

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
      find: async (words) => ({ kind: 'found', ids: await findArticles(db, words) }),
      close: async () => {},
    }
  }
  const pool = new Piscina<readonly string[], number[]>({
    filename: new URL('./search-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: mostWaiting,
    idleTimeout: 60_000,
    workerData: { file },
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  })
  // Of a thread that dies without a task; without a listener the process would end.
  pool.on('error', () => {})
  return {
    async find(words) {
      if (pool.queueSize >= mostWaiting) return { kind: 'busy' }
      const signal = AbortSignal.timeout(limitMs)
      try {
        return { kind: 'found', ids: await pool.run(words, { signal }) }
      } catch (error) {
        if (signal.aborted) return { kind: 'late' }
        throw error
      }
    },
    close: () => pool.close({ force: true }),
  }
}

import { Piscina } from 'piscina'
import { reasonOf } from '../../domain/reason.ts'
import { type FeedList, refusedList } from './read.ts'

const maxMb = 10
/** The largest file that is read as a list of feeds. */
export const maxListBytes = maxMb * 1024 * 1024

const limits = { timeLimitMs: 10_000, memoryMb: 256 }

/**
 * Reads OPML, or a list of addresses, in a thread of its own that ends with it. Never throws: a file
 * that is too large, or takes too long or too much memory to read, is a list with that problem.
 */
export async function readListInThread(
  bytes: Uint8Array,
  { timeLimitMs, memoryMb } = limits,
): Promise<FeedList> {
  if (bytes.length > maxListBytes) return refusedList({ code: 'list-too-large', mb: maxMb })
  const pool = new Piscina<Uint8Array, FeedList>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
  })
  // Of a thread that dies while its task is being given up. The next task starts another.
  pool.on('error', () => {})
  try {
    return await pool.run(bytes, { signal: AbortSignal.timeout(timeLimitMs) })
  } catch (error) {
    if (!(error instanceof Error)) return refusedList(reasonOf(error))
    if (error.name === 'AbortError') {
      return refusedList({ code: 'list-timeout', seconds: timeLimitMs / 1000 })
    }
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    return refusedList(
      isMemory
        ? { code: 'list-memory', mb: memoryMb }
        : { code: 'list-failed', reason: reasonOf(error) },
    )
  } finally {
    await pool.destroy()
  }
}

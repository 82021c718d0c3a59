import { Piscina } from 'piscina'
import { type FeedList, refusedList } from './read.ts'

/** The largest file that is read as a list of feeds. */
export const maxListBytes = 10 * 1024 * 1024

const limits = { timeLimitMs: 10_000, memoryMb: 256 }

/**
 * Reads OPML, or a list of addresses, in a thread of its own that ends with it. Never throws: a file
 * that is too large, or takes too long or too much memory to read, is a list with that problem.
 */
export async function readListInThread(
  bytes: Uint8Array,
  { timeLimitMs, memoryMb } = limits,
): Promise<FeedList> {
  if (bytes.length > maxListBytes) return refusedList('this file is larger than 10 MB')
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
    if (!(error instanceof Error)) return refusedList(String(error))
    if (error.name === 'AbortError') {
      return refusedList(`this file took longer than ${timeLimitMs / 1000} seconds to read`)
    }
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    return refusedList(
      isMemory
        ? `this file took more than ${memoryMb} MB of memory to read`
        : `this file could not be read (${error.message})`,
    )
  } finally {
    await pool.destroy()
  }
}

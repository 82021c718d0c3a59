import pLimit, { type LimitFunction } from 'p-limit'
import { Piscina } from 'piscina'
import { ReasonError } from '../domain/reason.ts'
import { inBatches } from '../lib/in-batches.ts'
import type { FeedTask, FeedTaskResult } from './feed-worker.ts'

/** Bytes that a thread reads in some fifteen milliseconds; what a message costs counts as some more. */
const mostBytes = 600_000
const messageBytes = 10_000

/** How many suspects may wait for their turn: each may take as long as it is allowed to. */
const mostSuspects = 3

/** Threads that read feeds. */
export type FeedPool = {
  /**
   * Rejects when the feed takes too long or too much memory to read. A suspect is one that did before:
   * it is read apart from the others, which would have to wait for it.
   */
  run(task: FeedTask, options?: { isSuspect: boolean }): Promise<FeedTaskResult>
  /** Has a thread start, so that it is ready when the first feed comes. */
  wake(): void
  close(): Promise<void>
}

/**
 * Reads feeds in up to `threads` threads, several in one message and the next message on its way
 * before the last is answered, so that a thread seldom waits. When a thread has to be ended, what it
 * had in hand is read again one by one, so that a feed that hangs costs only itself.
 */
export function createFeedPool(
  threads: number,
  { timeLimitMs, memoryMb }: { timeLimitMs: number; memoryMb: number },
): FeedPool {
  const start = (size: { maxThreads: number; concurrentTasksPerWorker?: number }) => {
    const pool = new Piscina<FeedTask[], FeedTaskResult[]>({
      filename: new URL('./feed-worker.ts', import.meta.url).href,
      minThreads: 0,
      // Feeds are read every minute: a thread that has learnt to is worth keeping till the next.
      idleTimeout: 90_000,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
      ...size,
    })
    // Of a thread that dies while its task is being given up. The next task starts another.
    pool.on('error', () => {})
    return pool
  }
  const startShared = () => start({ maxThreads: threads, concurrentTasksPerWorker: 2 })
  let shared = startShared()
  const alone = start({ maxThreads: 2 })
  // A feed's time begins with its own turn, not while it waits for the thread.
  const runAlone = (turn: LimitFunction) => (tasks: FeedTask[]) =>
    turn(() => alone.run(tasks, { signal: AbortSignal.timeout(timeLimitMs) }))
  const suspects = pLimit(1)
  const runSuspects = runAlone(suspects)
  const runTogether = async (tasks: FeedTask[]) => {
    const pool = shared
    const timer = setTimeout(() => {
      if (pool === shared) shared = startShared()
      pool.destroy()
    }, timeLimitMs)
    try {
      return await pool.run(tasks)
    } finally {
      clearTimeout(timer)
    }
  }
  const runInBatches = inBatches(runTogether, {
    most: mostBytes,
    sizeOf: ({ bytes }) => messageBytes + bytes.length,
    atOnce: 2 * threads,
    retry: runAlone(pLimit(1)),
  })
  return {
    async run(task, options) {
      if (!options?.isSuspect) return runInBatches(task)
      if (suspects.pendingCount >= mostSuspects) throw new ReasonError({ code: 'many-suspects' })
      const [result] = await runSuspects([task])
      if (!result) throw new ReasonError({ code: 'no-thread-answer' })
      return result
    },
    wake() {
      shared.run([]).catch(() => {})
    },
    async close() {
      await Promise.all([shared.close({ force: true }), alone.close({ force: true })])
    },
  }
}

import { letOthersWork } from './let-others-work.ts'

export type BatchOptions<T, R> = {
  /** The most that a batch holds; an item larger than that is a batch of its own. */
  most: number
  /** How much of it an item takes; 1 by default. */
  sizeOf?: (item: T) => number
  /** How many batches are worked on at once; 1 by default. */
  atOnce?: number
  /** What is asked for each item of a batch that failed, by itself; `work` again by default. */
  retry?: (batch: T[]) => Promise<R[]>
}

/**
 * Gives `work` what comes in together, or while it is busy, as one batch: many small writes become
 * few. `work` answers a batch with one result for each, in order; when it fails, each is tried
 * again by itself, so that one that fails costs only itself.
 */
export function inBatches<T, R>(
  work: (batch: T[]) => Promise<R[]>,
  { most, sizeOf = () => 1, atOnce = 1, retry = work }: BatchOptions<T, R>,
): (item: T) => Promise<R> {
  type Waiting = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }
  const waiting: Waiting[] = []
  let busy = 0

  const alone = async ({ item, resolve, reject }: Waiting) => {
    try {
      for (const result of await retry([item])) resolve(result)
    } catch (error) {
      reject(error)
    }
  }
  const fitting = () => {
    let size = 0
    const end = waiting.findIndex(({ item }, i) => {
      size += sizeOf(item)
      return i > 0 && size > most
    })
    return end === -1 ? waiting.length : end
  }
  const run = async () => {
    busy++
    for (;;) {
      // Others are served between batches, and what comes in at the same time joins.
      await letOthersWork()
      const batch = waiting.splice(0, fitting())
      if (batch.length === 0) break
      try {
        const results = await work(batch.map(({ item }) => item))
        for (const [i, result] of results.entries()) batch[i]?.resolve(result)
      } catch {
        for (const one of batch) await alone(one)
      }
    }
    busy--
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (busy < atOnce) run()
    })
}

/**
 * Gives `work` what comes in while it is busy as one batch, of `most` at the most: many small writes
 * become few. It is busy with up to `atOnce` batches at once. `work` answers a batch with one result
 * for each, in order; when it fails, it is asked again for each by itself, so that one that fails
 * costs only itself.
 */
export function inBatches<T, R>(
  work: (batch: T[]) => Promise<R[]>,
  most: number,
  atOnce = 1,
): (item: T) => Promise<R> {
  type Waiting = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }
  const waiting: Waiting[] = []
  let busy = 0

  const alone = async ({ item, resolve, reject }: Waiting) => {
    try {
      for (const result of await work([item])) resolve(result)
    } catch (error) {
      reject(error)
    }
  }
  const run = async () => {
    busy++
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most)
      try {
        const results = await work(batch.map(({ item }) => item))
        for (const [i, result] of results.entries()) batch[i]?.resolve(result)
      } catch {
        for (const one of batch) await alone(one)
      }
      // Others are served between batches.
      await new Promise(setImmediate)
    }
    busy--
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (busy < atOnce) run()
    })
}

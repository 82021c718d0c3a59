import { expect, it } from 'vitest'
import { inBatches } from '../../src/lib/in-batches.ts'

/** Doubles numbers, and tells in which batches. */
function doubling(limits: { most: number; atOnce?: number }) {
  const batches: number[][] = []
  const double = inBatches(async (batch: number[]) => {
    batches.push(batch)
    await new Promise((done) => setTimeout(done, 5))
    return batch.map((n) => 2 * n)
  }, limits)
  return { batches, double }
}

it('gives what comes in together as one batch, of no more than it may hold', async () => {
  const { batches, double } = doubling({ most: 3 })
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10])
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
  expect(await double(6)).toBe(12)
})

it('measures items, and takes one that is too large by itself', async () => {
  const batches: number[][] = []
  const collect = inBatches(
    async (batch: number[]) => {
      batches.push(batch)
      return batch
    },
    { most: 10, sizeOf: (n) => n },
  )
  await Promise.all([5, 5, 1, 50, 9, 1].map(collect))
  expect(batches).toEqual([[5, 5], [1], [50], [9, 1]])
})

it('is busy with as many batches at once as it may be', async () => {
  const { batches, double } = doubling({ most: 3, atOnce: 2 })
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(double))).toEqual([2, 4, 6, 8, 10, 12])
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
})

it('lets one that fails cost only itself', async () => {
  const invert = inBatches(
    async (batch: number[]) => {
      if (batch.includes(0)) throw new Error('not zero')
      return batch.map((n) => 1 / n)
    },
    { most: 8 },
  )
  const outcomes = await Promise.allSettled([1, 2, 0, 4].map(invert))
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
})

it('tries one of a batch that failed in another way, where there is one', async () => {
  const work = inBatches<number, string>(() => Promise.reject(new Error('together')), {
    most: 8,
    retry: async (batch) => batch.map((n) => `${n} of ${batch.length}`),
  })
  expect(await Promise.all([1, 2].map(work))).toEqual(['1 of 1', '2 of 1'])
})

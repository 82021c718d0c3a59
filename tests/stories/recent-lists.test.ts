import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRecentLists } from '../../src/stories/recent-lists.ts'

it('gives for each key the newest that bear it, while the oldest leave', () => {
  // Those that end in the same bits stand behind one another in the table.
  const all = [1, 2, 3, 2 ** 40 + 1, 2 ** 44 + 1]
  const keys = fc.uniqueArray(fc.constantFrom(...all))
  const step = fc.record({ keys, leave: fc.nat({ max: 3 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3000 }), (steps) => {
      const lists = createRecentLists()
      const living: { slot: number; keys: number[] }[] = []
      const free: number[] = []
      const found = new Int32Array(10)
      for (const [i, { keys, leave }] of steps.entries()) {
        const slot = free.pop() ?? living.length
        lists.add(slot, keys)
        living.push({ slot, keys })
        // It grows first, and shrinks in the end.
        for (let left = i < 1500 ? leave - 2 : leave; left > 0 && living.length > 0; left--) {
          const { slot = 0 } = living.shift() ?? {}
          lists.removeOldest(slot)
          free.push(slot)
        }
      }
      for (const key of all) {
        const number = lists.numberOf(key)
        const bearers = living.filter(({ keys }) => keys.includes(key)).map(({ slot }) => slot)
        const size = number === undefined ? 0 : lists.newest(number, 10, found)
        expect([...found.subarray(0, size)]).toEqual(bearers.toReversed().slice(0, 10))
        expect(number === undefined ? 0 : lists.count(number)).toBe(bearers.length)
      }
      for (const { slot, keys } of living) {
        expect(lists.numbersOf(slot).map(lists.keyOf)).toEqual(keys)
      }
    }),
    { numRuns: 30 },
  )
})

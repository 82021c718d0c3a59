import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findEvents } from '../../../src/stories/front/events.ts'
import type { Kin } from '../../../src/stories/front/kin.ts'

/** Entries with these likenesses between pairs of them. */
function kinOf(count: number, pairs: readonly [number, number, number][]): Kin[][] {
  const kin: Kin[][] = Array.from({ length: count }, () => [])
  for (const [a, b, likeness] of pairs) {
    kin[a]?.push({ place: b, likeness })
    kin[b]?.push({ place: a, likeness })
  }
  return kin
}

const eventsOf = (kin: readonly (readonly Kin[])[]) =>
  findEvents(kin)
    .map((places) => places.toSorted((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)

it('joins entries that are alike on average', () => {
  const kin = kinOf(4, [
    [0, 1, 0.12],
    [1, 2, 0.1],
    [0, 2, 0.09],
  ])
  expect(eventsOf(kin)).toEqual([[0, 1, 2]])
})

it('does not join two events over what tells of both', () => {
  const within = (places: number[]) =>
    places.flatMap((a) =>
      places.filter((b) => b > a).map((b): [number, number, number] => [a, b, 0.2]),
    )
  const kin = kinOf(8, [...within([0, 1, 2, 3]), ...within([4, 5, 6, 7]), [3, 4, 0.15]])
  expect(eventsOf(kin)).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ])
})

it('puts no entry into two events, and none alone into one, whatever the likenesses', () => {
  const pair = fc.tuple(fc.nat(11), fc.nat(11), fc.double({ min: 0.01, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (given) => {
      const pairs = new Map(
        given.filter(([a, b]) => a < b).map((each) => [`${each[0]} ${each[1]}`, each]),
      )
      const events = findEvents(kinOf(12, [...pairs.values()]))
      const places = events.flat()
      expect(new Set(places).size).toBe(places.length)
      for (const event of events) expect(event.length).toBeGreaterThan(1)
    }),
  )
})

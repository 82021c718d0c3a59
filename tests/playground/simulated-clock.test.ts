import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSimulatedClock } from '../../src/playground/simulated-clock.ts'

const start = Temporal.Instant.from('2030-03-01T08:00:00Z')

it('runs what falls due in order, each at its own time, and not what was called off', async () => {
  const waits = fc.array(fc.record({ ms: fc.nat(1000), off: fc.boolean() }), { maxLength: 50 })
  await fc.assert(
    fc.asyncProperty(waits, async (timers) => {
      const clock = createSimulatedClock(start)
      const run: [number, number][] = []
      const cancels = timers.map(({ ms }, i) =>
        clock.after(ms, () => run.push([clock.now().since(start).total('milliseconds'), i])),
      )
      for (const [i, { off }] of timers.entries()) if (off) cancels[i]?.()
      await clock.advance(1000)
      const due = timers
        .map(({ ms, off }, i) => ({ ms, off, i }))
        .filter(({ off }) => !off)
        .toSorted((a, b) => a.ms - b.ms)
      expect(run).toEqual(due.map(({ ms, i }) => [ms, i]))
    }),
    { numRuns: 50 },
  )
})

it('lets what waits set new waits, within the same stretch of time', async () => {
  const clock = createSimulatedClock(start)
  const seconds: number[] = []
  const loop = async () => {
    for (;;) {
      await clock.sleep(1000)
      seconds.push(clock.now().since(start).total('seconds'))
    }
  }
  void loop()
  await clock.advance(3500)
  expect(seconds).toEqual([1, 2, 3])
})

it('jumps without disturbing what waits', async () => {
  const clock = createSimulatedClock(start)
  let runs = 0
  clock.after(1000, () => runs++)
  clock.jump(-3_600_000)
  await clock.advance(999)
  expect(runs).toBe(0)
  await clock.advance(1)
  expect(runs).toBe(1)
  expect(clock.now().since(start).total('seconds')).toBe(1 - 3600)
})

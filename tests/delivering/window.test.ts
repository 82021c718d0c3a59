import { expect, it } from 'vitest'
import { createWindow, mostInFlight } from '../../src/delivering/window.ts'

function windowAt(perSecond: number, latencies: number[]): number {
  const window = createWindow(perSecond)
  for (const ms of latencies) window.measure(ms)
  return window.size()
}
const steady = (ms: number) => Array<number>(100).fill(ms)

it('is what goes out while a message is on its way, and little more', () => {
  for (const [perSecond, ms] of [
    [1000, 50],
    [1000, 250],
    [1000, 500],
    [30, 500],
  ] as const) {
    const size = windowAt(perSecond, steady(ms))
    expect(size).toBeGreaterThanOrEqual((perSecond * ms) / 1000)
    expect(size).toBeLessThanOrEqual(Math.ceil((perSecond * (ms + 50)) / 1000))
  }
})

it('is never under ten, and never over what goes out in a second', () => {
  expect(windowAt(30, steady(1))).toBe(10)
  expect(windowAt(1, steady(5000))).toBe(10)
  expect(windowAt(30, steady(10_000))).toBe(30)
  expect(windowAt(1000, steady(10_000))).toBe(1000)
  expect(windowAt(1000, [])).toBeLessThan(mostInFlight(1000))
})

it('widens with the first answer that comes late, and narrows again', () => {
  expect(windowAt(1000, [...steady(50), 500])).toBeGreaterThanOrEqual(500)
  expect(windowAt(1000, [...steady(500), ...steady(50)])).toBeLessThanOrEqual(101)
})

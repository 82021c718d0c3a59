import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { abortAfterWork } from '../../src/articles/work-limit.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Watches a thread that gets a share of a processor, and had worked for a minute before. */
function watch(share: number) {
  const controller = new AbortController()
  const start = performance.now()
  const workedMs = async () => 60_000 + (performance.now() - start) * share
  const end = abortAfterWork(controller, workedMs, { workMs: 10_000, mostMs: 60_000 })
  return { signal: controller.signal, end }
}

it('counts the time that a thread has worked, and not that in which others did', async () => {
  const { signal } = watch(1 / 3)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(signal.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(signal.aborted).toBe(true)
})

it('ends one that works without a pause just after its time', async () => {
  const { signal } = watch(1)
  await vi.advanceTimersByTimeAsync(11_000)
  expect(signal.aborted).toBe(true)
})

it('ends one that answers nobody', async () => {
  const controller = new AbortController()
  const silence = () => new Promise<number>(() => {})
  abortAfterWork(controller, silence, { workMs: 10_000, mostMs: 60_000 })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(controller.signal.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(controller.signal.aborted).toBe(true)
})

it('ends none once its work is done', async () => {
  const { signal, end } = watch(1)
  end()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(signal.aborted).toBe(false)
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../src/lib/log.ts'
import { everyMinute, type ScheduleOptions } from '../src/schedule.ts'

const start = Date.parse('2026-03-14T12:00:30.250Z')
const day = 86_400_000
const year = 365.25 * day

// node-cron's own timers and clock among them; setSystemTime moves the wall clock alone.
beforeEach(() => {
  vi.useFakeTimers({
    now: start,
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

function aSchedule(job: () => Promise<unknown> = async () => {}, options: ScheduleOptions = {}) {
  const lines: { msg: string; seconds?: number; job?: string }[] = []
  const firedAt: string[] = []
  const log = createLog('debug', (line) => lines.push(JSON.parse(line)))
  const schedule = everyMinute(
    {
      job: () => {
        firedAt.push(new Date().toISOString().slice(0, 19))
        return job()
      },
    },
    log,
    options,
  )
  return { firedAt, lines, schedule, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

it('fires on the minute, once a minute, over midnight and new year', async () => {
  vi.setSystemTime(Date.parse('2026-12-31T23:57:30Z'))
  const { firedAt, pass } = aSchedule()
  await pass(4 * 60_000)
  expect(firedAt).toEqual([
    '2026-12-31T23:58:00',
    '2026-12-31T23:59:00',
    '2027-01-01T00:00:00',
    '2027-01-01T00:01:00',
  ])
})

describe('a jump of the clock', () => {
  it.each([
    ['an hour back', -3_600_000],
    ['a year back', -year],
    ['a day forward', day],
    ['400 days forward', 400 * day],
    ['five years forward', 5 * year],
    ['from 1970 to now', start],
  ])('runs every job once, and then on the minute: %s', async (_name, by) => {
    if (by === start) vi.setSystemTime(0)
    const { firedAt, lines, pass } = aSchedule()
    await pass(90_000)
    const before = firedAt.length
    const jumpedTo = Date.now() + by
    vi.setSystemTime(jumpedTo)
    const began = process.hrtime.bigint()
    await pass(1500)
    expect(firedAt.length - before).toBe(1)
    await pass(180_000)
    expect(firedAt.length - before).toBe(4)
    expect(firedAt.slice(-3).every((at) => at.endsWith(':00'))).toBe(true)
    expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(2000)
    expect(lines).toMatchObject([{ msg: 'the clock has jumped', seconds: Math.round(by / 1000) }])
  })

  it('costs no time where node-cron sees it first', async () => {
    const { firedAt, pass } = aSchedule()
    await pass(29_000)
    vi.setSystemTime(Date.now() + 20 * year)
    const began = process.hrtime.bigint()
    vi.advanceTimersToNextTimer()
    await pass(61_000)
    expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(2000)
    expect(firedAt.length).toBeGreaterThan(1)
  })

  it('is told, before the jobs run', async () => {
    const order: string[] = []
    const { pass } = aSchedule(async () => order.push('job'), {
      onJump: () => order.push('jump'),
    })
    vi.setSystemTime(Date.now() - day)
    await pass(1500)
    expect(order).toEqual(['jump', 'job'])
  })

  it('is none where the clock is only put right by a little', async () => {
    const { firedAt, lines, pass } = aSchedule()
    for (let i = 0; i < 5; i++) {
      await pass(60_000)
      vi.setSystemTime(Date.now() + (i % 2 ? 2000 : -2000))
    }
    expect(firedAt.length).toBe(5)
    expect(lines).toEqual([])
  })
})

it('does not start a job again that still runs, not even after a jump, and tells of it once', async () => {
  const { firedAt, lines, pass } = aSchedule(() => new Promise(() => {}))
  await pass(40 * 60_000)
  vi.setSystemTime(Date.now() + day)
  await pass(40 * 60_000)
  expect(firedAt).toHaveLength(1)
  expect(lines.filter(({ msg }) => msg === 'job still runs')).toMatchObject([{ job: 'job' }])
})

it('goes on after a job that failed', async () => {
  const { firedAt, lines, pass } = aSchedule(() => Promise.reject(new Error('no')))
  await pass(180_000)
  expect(firedAt).toHaveLength(3)
  expect(lines).toHaveLength(3)
})

it('fires no more once stopped', async () => {
  const { firedAt, schedule, pass } = aSchedule()
  await schedule.stop()
  vi.setSystemTime(Date.now() + day)
  await pass(180_000)
  expect(firedAt).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

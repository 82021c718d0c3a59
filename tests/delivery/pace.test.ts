import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace } from '../../src/delivery/pace.ts'

/** A pace with a clock that stands still until it is moved. */
function aPace(perSecond = 30) {
  let ms = 0
  const pace = createPace(perSecond, () => ms)
  const move = (by: number) => {
    ms += by
  }
  /** Sends a digest's message as soon as it may go; gives when. */
  const send = (chatId: number) => {
    for (let wait = 1; wait > 0; move(wait)) {
      wait = Math.max(pace.botWaitMs(), pace.chatWaitMs(chatId))
    }
    pace.takeDigest(chatId)
    return ms
  }
  return { pace, move, send, now: () => ms }
}

function mostWithin(times: number[], windowMs: number): number {
  let first = 0
  return Math.max(
    ...times.map((time, i) => {
      while ((times[first] ?? 0) <= time - windowMs) first++
      return i - first + 1
    }),
  )
}

describe('the pace', () => {
  it('never lets more than the limit go within any second, whatever mixes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 7, 30, 100),
        fc.array(fc.record({ digest: fc.boolean(), restMs: fc.nat(80) }), { maxLength: 300 }),
        (perSecond, messages) => {
          const { pace, move, send, now } = aPace(perSecond)
          const times = messages.map(({ digest, restMs }, chatId) => {
            move(restMs)
            return digest ? send(chatId) : now() + pace.reserveBot()
          })
          expect(
            mostWithin(
              times.toSorted((a, b) => a - b),
              1000,
            ),
          ).toBeLessThanOrEqual(perSecond)
        },
      ),
    )
  })

  it('uses at least 99% of the limit', () => {
    const { send } = aPace()
    const times = Array.from({ length: 3001 }, (_, chatId) => send(chatId))
    expect(3000 / ((times.at(-1) ?? 0) / 1000)).toBeGreaterThan(0.99 * 30)
  })

  it('sends a person one message a second, and a group 20 a minute', () => {
    const { send } = aPace()
    const person = Array.from({ length: 5 }, () => send(1))
    for (const [i, at] of person.entries()) {
      if (i > 0) expect(at - (person[i - 1] ?? 0)).toBeGreaterThanOrEqual(1000)
    }
    const group = Array.from({ length: 45 }, () => send(-1))
    expect(mostWithin(group, 60_000)).toBe(20)
  })

  it('gives an answer the next turn, whatever waits', () => {
    const { pace, send, move } = aPace()
    for (let chatId = 0; chatId < 200; chatId++) send(chatId)
    expect(pace.reserveChat(7)).toBe(0)
    const wait = pace.reserveBot()
    expect(wait).toBeLessThan(40)
    move(wait)
    expect(pace.botWaitMs()).toBeGreaterThan(0)
  })

  it('pauses exactly as long as it is told, then doubles its rate every second', () => {
    const { pace, send, now } = aPace()
    for (let chatId = 0; chatId < 100; chatId++) send(chatId)
    pace.pause(3)
    const start = now()
    expect(pace.pausedMs()).toBeCloseTo(3000)
    const times = Array.from({ length: 200 }, (_, chatId) => send(1000 + chatId) - start)
    expect(times[0]).toBeCloseTo(3000)
    for (const [second, rate] of [1, 2, 4, 8, 16, 30].entries()) {
      const from = 2999 + second * 1000
      const count = times.filter((at) => at >= from && at < from + 1000).length
      expect(Math.abs(count - rate)).toBeLessThanOrEqual(2)
    }
  })

  it('lets a chat have many answers at once until Telegram objects', () => {
    const { pace, move } = aPace()
    const waits = () => Array.from({ length: 5 }, () => Math.round(pace.reserveChat(1)))
    expect(waits()).toEqual([0, 0, 0, 0, 0])
    pace.pause(10)
    move(10_000)
    expect(waits()).toEqual([0, 0, 0, 3024, 3024])
  })

  it('forgets the chats of the past', () => {
    const { pace, move } = aPace()
    for (let chatId = 1; chatId <= 10; chatId++) pace.takeDigest(chatId)
    move(61_000)
    pace.takeDigest(11)
    expect(pace.chatWaitMs(1)).toBe(0)
  })
})

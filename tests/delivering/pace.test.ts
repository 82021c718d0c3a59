import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace } from '../../src/delivering/pace.ts'

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
            if (digest) return send(chatId)
            move(pace.answerWaitMs())
            return now() + pace.reserveAnswer()
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
    expect(pace.answerChatWaitMs(7)).toBe(0)
    expect(pace.answerWaitMs()).toBe(0)
    const wait = pace.reserveAnswer()
    expect(wait).toBeLessThan(40)
    move(wait)
    expect(pace.botWaitMs()).toBeGreaterThan(0)
  })

  it('shares its rate between answers that never end and digests, with no long rest', () => {
    const { pace, move, now } = aPace()
    const times: Record<'answer' | 'digest', number[]> = { answer: [], digest: [] }
    let turnAt = Number.NEGATIVE_INFINITY
    for (let chatId = 1; now() < 20_000; move(1)) {
      if (turnAt <= now()) {
        if (turnAt > Number.NEGATIVE_INFINITY) times.answer.push(now())
        turnAt = pace.answerWaitMs() === 0 ? now() + pace.reserveAnswer() : Number.NEGATIVE_INFINITY
      }
      if (pace.botWaitMs() === 0) {
        pace.takeDigest(chatId++)
        times.digest.push(now())
      }
    }
    expect(times.answer.length / 20).toBeGreaterThan(18)
    expect(times.digest.length / 20).toBeGreaterThan(8)
    const rests = times.answer.map((at, i) => at - (times.answer[i - 1] ?? 0))
    expect(Math.max(...rests)).toBeLessThan(350)
  })

  it('leaves answers the whole rate where no digest wants it, and holds that against none', () => {
    const { pace, move, now } = aPace()
    const answerAt = () => {
      for (let wait = pace.answerWaitMs(); wait > 0; wait = pace.answerWaitMs()) move(wait)
      move(pace.reserveAnswer())
      return now()
    }
    const times = Array.from({ length: 600 }, answerAt)
    expect(600 / ((times.at(-1) ?? 0) / 1000)).toBeGreaterThan(0.95 * 30)
    for (let chatId = 1; chatId <= 30; chatId++) if (pace.botWaitMs() === 0) pace.takeDigest(chatId)
    expect(pace.answerWaitMs()).toBeLessThan(100)
  })

  it('stops a chat that got much when Telegram objects, and everything when one that got little', () => {
    const { pace, move } = aPace()
    for (let i = 0; i < 5; i++) pace.takeAnswer(7)
    pace.refuse(7, 30)
    expect(pace.pausedMs()).toBe(0)
    expect(pace.answerChatWaitMs(7)).toBeCloseTo(30_000)
    expect(pace.chatWaitMs(7)).toBeCloseTo(30_000)
    expect(pace.answerChatWaitMs(8)).toBe(0)
    move(30_000)
    expect(pace.answerChatWaitMs(7)).toBe(0)
    pace.takeAnswer(8)
    pace.refuse(8, 30)
    expect(pace.pausedMs()).toBeCloseTo(30_000)
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
    const waits = (chatId: number, count: number) =>
      Array.from({ length: count }, () => {
        const wait = pace.answerChatWaitMs(chatId)
        pace.takeAnswer(chatId)
        return Math.round(wait)
      })
    expect(waits(-1, 20)).toEqual(Array(20).fill(0))
    expect(pace.answerChatWaitMs(-1)).toBe(60_500)
    expect(waits(1, 5)).toEqual([0, 0, 0, 0, 0])
    pace.pause(10)
    move(10_000)
    expect(waits(1, 5)).toEqual([0, 0, 0, 3024, 3024])
  })

  it('forgets the chats of the past', () => {
    const { pace, move } = aPace()
    for (let chatId = 1; chatId <= 10; chatId++) pace.takeDigest(chatId)
    move(61_000)
    pace.takeDigest(11)
    expect(pace.chatWaitMs(1)).toBe(0)
  })
})

import type { Pace } from '../../delivering/pace.ts'
import { type Claim, fairest } from './fairest.ts'

/** Settles when an answer may go to a chat; rejects with TooLateError. 0 stands for no known chat. */
export type AnswerQueue = (chatId: number) => Promise<void>

/** Thrown when an answer has waited too long for its turn to be sent. */
export class TooLateError extends Error {
  override name = 'TooLateError'
}

type Waiting = { sinceMs: number; go: () => void; giveUp: (error: Error) => void }

const longestWaitMs = 60_000
const mostWaiting = 1000

/**
 * Schedules answers one at a time and as late as possible, so that a later request may go before those
 * that wait. The answers to one chat keep their order.
 */
export function createAnswerQueue(pace: Pace, claimOf: (chatId: number) => Claim): AnswerQueue {
  /** By chat, the latest last. */
  const queues = new Map<number, Waiting[]>()
  let size = 0
  let isRunning = false
  let wake = () => {}

  const take = (chatId: number): Waiting | undefined => {
    const queue = queues.get(chatId)
    const first = queue?.shift()
    if (queue?.length === 0) queues.delete(chatId)
    if (first) size--
    return first
  }
  const giveUp = (chatId: number) =>
    take(chatId)?.giveUp(
      new TooLateError('the answer waited too long for its turn, or too many did'),
    )
  const giveUpLate = () => {
    const latestMs = pace.nowMs() - longestWaitMs
    for (const [chatId, queue] of queues) {
      while (queue[0] && queue[0].sinceMs <= latestMs) giveUp(chatId)
    }
  }
  const choose = () =>
    fairest(queues, pace.nowMs(), (chatId) =>
      pace.answerChatWaitMs(chatId) === 0 ? claimOf(chatId) : null,
    )
  /** How long until something can change by itself. */
  const restMs = () => {
    if (pace.pausedMs() > 0) return pace.pausedMs()
    if (choose() !== null) return pace.answerWaitMs()
    return Math.min(...[...queues.keys()].map((chatId) => pace.answerChatWaitMs(chatId)))
  }
  const rest = (durationMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.ceil(durationMs), longestWaitMs))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  // Runs on at once while there is nothing to wait for.
  const run = async () => {
    isRunning = true
    for (giveUpLate(); size > 0; giveUpLate()) {
      const waitMs = restMs()
      if (waitMs > 0) {
        await rest(waitMs)
        continue
      }
      const turnMs = pace.reserveAnswer()
      if (turnMs > 0) await new Promise((done) => setTimeout(done, Math.ceil(turnMs)))
      const chosen = choose()
      if (chosen === null || pace.pausedMs() > 0) continue
      pace.takeAnswer(chosen)
      take(chosen)?.go()
    }
    isRunning = false
  }

  return (chatId) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(chatId) ?? []
      queue.push({ sinceMs: pace.nowMs(), go: resolve, giveUp: reject })
      queues.delete(chatId)
      queues.set(chatId, queue)
      size++
      const [oldest] = queues.keys()
      if (size > mostWaiting && oldest !== undefined) giveUp(oldest)
      if (isRunning) wake()
      else void run()
    })
}

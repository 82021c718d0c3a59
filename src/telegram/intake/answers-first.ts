import type { Transformer } from 'grammy'
import type { Pace } from '../../delivering/pace.ts'
import { createAnswerQueue } from './answer-queue.ts'
import type { Claim } from './fairest.ts'

/** The methods that count as messages for Telegram's limits. */
const messages = /^(send(?!ChatAction)|edit|copy|forward)/

/** Queues each message that answers somebody, before any digest. */
export function answersFirst(pace: Pace, claimOf: (chatId: number) => Claim): Transformer {
  const turn = createAnswerQueue(pace, claimOf)
  return async (call, method, payload, signal) => {
    if (messages.test(method)) {
      const chatId = Object(payload).chat_id
      await turn(typeof chatId === 'number' ? chatId : 0)
    }
    return call(method, payload, signal)
  }
}

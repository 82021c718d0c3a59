import type { Transformer } from 'grammy'
import type { Pace } from '../delivery/pace.ts'

/** What counts as a message for Telegram's limits. */
const messages = /^(send(?!ChatAction)|edit|copy|forward)/

/** Gives each message that answers somebody the next turn, before any digest. */
export function answersFirst(
  pace: Pace,
  sleep: (durationMs: number) => Promise<unknown>,
): Transformer {
  return async (call, method, payload, signal) => {
    if (messages.test(method)) {
      const chatId = Object(payload).chat_id
      if (typeof chatId === 'number') await wait(pace.reserveChat(chatId), sleep)
      await wait(pace.reserveBot(), sleep)
    }
    return call(method, payload, signal)
  }
}

// Not even a turn of the event loop where there is nothing to wait for.
async function wait(durationMs: number, sleep: (durationMs: number) => Promise<unknown>) {
  if (durationMs > 0) await sleep(durationMs)
}

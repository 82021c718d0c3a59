import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '@grammyjs/runner'
import type { Bot } from 'grammy'
import type { CourantContext } from './context.ts'

/** How updates come in. */
export type Receiving = {
  /** Rejects when Telegram ends the conversation: the token is refused, or another bot polls with it. */
  ended: Promise<void>
  /** Takes no more updates, and settles when those at hand are dealt with. */
  stop(): Promise<void>
}

/** What the bot wants to hear of; said each time, for Telegram keeps what an earlier program said. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

/** How long to wait before Telegram is asked again after it could not be reached. */
const pollAgainMs = 3000

/** Asks Telegram for updates, in place of any webhook. */
export async function startPolling(bot: Bot<CourantContext>): Promise<Receiving> {
  await bot.api.deleteWebhook()
  const runner = run(bot, {
    runner: {
      silent: true,
      retryInterval: pollAgainMs,
      fetch: { allowed_updates: [...allowedUpdates] },
    },
  })
  return {
    ended: runner.task() ?? Promise.resolve(),
    async stop() {
      await runner.stop()?.catch(() => {})
      while (runner.size() > 0) await sleep(20)
    },
  }
}

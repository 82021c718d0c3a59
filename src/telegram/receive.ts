import { randomBytes } from 'node:crypto'
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
const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

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

/** Serves the path of an address to Telegram; the server is another folder's. */
export type ServeWebhook = (options: {
  path: string
  secret: string
  handle: (update: { update_id: number }) => Promise<void>
}) => Promise<{ close(): Promise<void> }>

/** Lets Telegram bring updates to an address, once `serve` listens there. */
export async function startWebhook(
  bot: Bot<CourantContext>,
  { url, secret = randomBytes(32).toString('hex') }: { url: string; secret: string | undefined },
  serve: ServeWebhook,
): Promise<Receiving> {
  const atHand = new Set<Promise<void>>()
  const server = await serve({
    path: new URL(url).pathname,
    secret,
    async handle(update) {
      const handling = bot
        .handleUpdate(update)
        .catch(async (error) => void (await bot.errorHandler(error)))
        .finally(() => atHand.delete(handling))
      atHand.add(handling)
      await handling
    },
  })
  await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: [...allowedUpdates] })
  return {
    // Telegram ends no such conversation: it keeps what it cannot bring.
    ended: new Promise(() => {}),
    async stop() {
      while (atHand.size > 0) await Promise.allSettled(atHand)
      await server.close()
    },
  }
}

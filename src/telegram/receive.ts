import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '@grammyjs/runner'
import type { Bot, BotError } from 'grammy'
import type { Update } from 'grammy/types'
import type { CourantContext } from './context.ts'
import { untilReached } from './until-reached.ts'

/** How updates come in. */
export type Receiving = {
  /** Rejects when Telegram ends the conversation: the token is refused, or another bot polls with it. */
  ended: Promise<void>
  /** Takes no more updates, and settles when those at hand are dealt with. */
  stop(): Promise<void>
}

/** What the bot wants to hear of; said each time, for Telegram keeps what an earlier program said. */
const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

/** How long to wait after a refusal of updates that may pass; the runner has no other say. */
const pollAgainMs = 60_000

/** Asks Telegram for updates, in place of any webhook. */
export async function startPolling(bot: Bot<CourantContext>): Promise<Receiving> {
  await untilReached(() => bot.api.deleteWebhook())
  const stopping = new AbortController()
  const patient = {
    handleUpdate: (update: Update) => bot.handleUpdate(update),
    errorHandler: (error: BotError<CourantContext>) => bot.errorHandler(error),
    api: {
      getUpdates: (...[wishes, signal]: Parameters<typeof bot.api.getUpdates>) =>
        untilReached(() => bot.api.getUpdates(wishes, signal), { signal: stopping.signal }),
    },
  }
  const runner = run(patient, {
    // The inbox bounds what waits: the next updates need not.
    sink: { concurrency: Number.POSITIVE_INFINITY },
    runner: {
      silent: true,
      retryInterval: pollAgainMs,
      maxRetryTime: Number.POSITIVE_INFINITY,
      fetch: { allowed_updates: [...allowedUpdates] },
    },
  })
  const ended = runner.task() ?? Promise.resolve()
  // Whoever asks for it may come after it has ended.
  ended.catch(() => {})
  return {
    ended,
    async stop() {
      const stopped = runner.stop()
      stopping.abort()
      await stopped?.catch(() => {})
      while (runner.size() > 0) await sleep(20)
    },
  }
}

/** Serves the path of an address to Telegram; the server is another folder's. */
export type ServeWebhook = (options: {
  path: string
  secret: string
  take: (update: { update_id: number }) => void
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
    // Telegram is not kept waiting, or it would bring no others, and is never to bring one again
    // that cannot be handled.
    take(update) {
      const handling = bot
        .handleUpdate(update)
        .catch(async (error) => void (await bot.errorHandler(error)))
        .finally(() => atHand.delete(handling))
      atHand.add(handling)
    },
  })
  const wishes = { secret_token: secret, allowed_updates: [...allowedUpdates] }
  await untilReached(() => bot.api.setWebhook(url, wishes))
  return {
    // Telegram ends no such conversation: it keeps what it cannot bring.
    ended: new Promise(() => {}),
    async stop() {
      while (atHand.size > 0) await Promise.allSettled(atHand)
      await server.close()
    },
  }
}

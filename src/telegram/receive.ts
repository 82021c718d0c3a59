import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '@grammyjs/runner'
import type { Bot, BotError } from 'grammy'
import type { Update } from 'grammy/types'
import type { CourantContext } from './context.ts'
import { untilReached } from './until-reached.ts'

/** How updates come in. */
export type Receiving = {
  /** Rejects when Telegram refuses the token, or another bot polls with it. */
  ended: Promise<void>
  /** Takes no more updates, and settles when those received are handled. */
  stop(): Promise<void>
}

/** The updates that the bot asks for; sent each time, as Telegram remembers the last request. */
const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const

/** The pause after a temporary refusal of updates; the runner has no other option for it. */
const pollAgainMs = 60_000

/** Receives updates by long polling, and removes any webhook. */
export async function startPolling(bot: Bot<CourantContext>): Promise<Receiving> {
  await untilReached(() => bot.api.deleteWebhook())
  const stopping = new AbortController()
  const untiring = {
    handleUpdate: (update: Update) => bot.handleUpdate(update),
    errorHandler: (error: BotError<CourantContext>) => bot.errorHandler(error),
    api: {
      getUpdates: (...[options, signal]: Parameters<typeof bot.api.getUpdates>) =>
        untilReached(() => bot.api.getUpdates(options, signal), { signal: stopping.signal }),
    },
  }
  const runner = run(untiring, {
    // The inbox limits what waits, so this need not.
    sink: { concurrency: Number.POSITIVE_INFINITY },
    runner: {
      silent: true,
      retryInterval: pollAgainMs,
      maxRetryTime: Number.POSITIVE_INFINITY,
      fetch: { allowed_updates: [...allowedUpdates] },
    },
  })
  const ended = runner.task() ?? Promise.resolve()
  // It may reject before anybody awaits it.
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

/** Serves a webhook to Telegram at a path. */
export type ServeWebhook = (options: {
  path: string
  secret: string
  take: (update: { update_id: number }) => void
}) => Promise<{ close(): Promise<void> }>

/** Receives updates by a webhook at an address, once `serve` listens there. */
export async function startWebhook(
  bot: Bot<CourantContext>,
  { url, secret = randomBytes(32).toString('hex') }: { url: string; secret: string | undefined },
  serve: ServeWebhook,
): Promise<Receiving> {
  const inProgress = new Set<Promise<void>>()
  const server = await serve({
    path: new URL(url).pathname,
    secret,
    // Answered at once, or Telegram would send no others; and it must never repeat one that cannot be
    // handled.
    take(update) {
      const handling = bot
        .handleUpdate(update)
        .catch(async (error) => void (await bot.errorHandler(error)))
        .finally(() => inProgress.delete(handling))
      inProgress.add(handling)
    },
  })
  const options = { secret_token: secret, allowed_updates: [...allowedUpdates] }
  await untilReached(() => bot.api.setWebhook(url, options))
  return {
    // Telegram never ends a webhook: it keeps what it cannot deliver.
    ended: new Promise(() => {}),
    async stop() {
      while (inProgress.size > 0) await Promise.allSettled(inProgress)
      await server.close()
    },
  }
}

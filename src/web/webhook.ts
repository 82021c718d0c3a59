import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

export type WebhookOptions = {
  /** The path under which Telegram posts, such as `/telegram`. */
  path: string
  /** What Telegram proves itself with (https://core.telegram.org/bots/api#setwebhook). */
  secret: string
  /** Deals with one update; when it rejects, Telegram is to bring the update again. */
  handle: (update: { update_id: number }) => Promise<void>
}

const maxBytes = 1024 * 1024
/** So many updates are remembered: more than Telegram can have on their way at once. */
const mostRemembered = 10_000

/** Takes the updates that Telegram posts, each once, however often it brings it. */
export function createWebhook({ path, secret, handle }: WebhookOptions): Hono {
  const app = new Hono()
  /** By update: settles when it has been dealt with. The oldest first. */
  const taken = new Map<number, Promise<void>>()

  const takeOnce = (update: { update_id: number }): Promise<void> => {
    const before = taken.get(update.update_id)
    if (before) return before
    const handling = handle(update)
    taken.set(update.update_id, handling)
    handling.catch(() => taken.delete(update.update_id))
    const [oldest] = taken.keys()
    if (taken.size > mostRemembered && oldest !== undefined) taken.delete(oldest)
    return handling
  }

  app.post(path, bodyLimit({ maxSize: maxBytes }), async (c) => {
    if (!isSame(c.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) {
      return c.text('Not Telegram', 401)
    }
    const update: unknown = await c.req.json().catch(() => null)
    if (!isUpdate(update)) return c.text('No update', 400)
    await takeOnce(update)
    return c.body(null, 200)
  })
  // Hono would print the whole error; whoever deals with the update has logged it.
  app.onError((_error, c) => c.text('Not now', 500))
  return app
}

// In constant time, also for words of another length.
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

function isUpdate(value: unknown): value is { update_id: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    Number.isSafeInteger(value.update_id)
  )
}

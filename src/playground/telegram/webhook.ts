import type { State } from './state.ts'

/** Posts one update; returns null, or why it was not taken. The HTTP shell provides it. */
export type PostUpdate = (url: string, update: object, secret?: string) => Promise<string | null>

const longestPauseMs = 64_000

/**
 * Delivers waiting updates to the webhook one by one (https://core.telegram.org/bots/api#setwebhook),
 * each again until it is taken: at once, after two seconds, after four and so on (WebhookActor.cpp of
 * https://github.com/tdlib/telegram-bot-api). Call it whenever there may be something to do.
 */
export function createWebhookDelivery(state: State, post: PostUpdate): () => void {
  let busy = false
  const deliver = async () => {
    if (busy) return
    busy = true
    for (let failures = 0; state.webhook && state.updates[0]; ) {
      const { webhook } = state
      const [update] = state.updates
      webhook.lastError = await postOnce(state, post, webhook, update)
      if (webhook.lastError === null) {
        failures = 0
        state.updates = state.updates.filter((waiting) => waiting !== update)
      } else {
        const pauseMs = failures > 0 ? Math.min(1000 * 2 ** failures, longestPauseMs) : 0
        failures++
        await new Promise<void>((resume) => state.after(pauseMs, resume))
      }
    }
    busy = false
  }
  return () => {
    void deliver()
  }
}

async function postOnce(
  state: State,
  post: PostUpdate,
  { url, secret }: { url: string; secret: string | undefined },
  update: object,
): Promise<string | null> {
  const fault = state.takeFault('webhook', {})
  if (fault?.kind === 'reset' && !fault.accepted) return 'Connection refused'
  const error = await post(url, update, secret)
  // The bot has taken it, but Telegram does not know.
  return fault ? 'Read timeout expired' : error
}

import type { State } from './state.ts'

/** Posts one update; gives null, or why it was not taken. The HTTP shell provides it. */
export type PostUpdate = (url: string, update: object, secret?: string) => Promise<string | null>

const pausesMs = [100, 500, 2000, 5000]

/**
 * Delivers waiting updates to the webhook one by one, each again after a pause until it is taken
 * (https://core.telegram.org/bots/api#setwebhook). Call it whenever there may be something to do.
 */
export function createWebhookDelivery(state: State, post: PostUpdate): () => void {
  let busy = false
  let failures = 0
  const deliver = async () => {
    if (busy) return
    busy = true
    while (state.webhook && state.updates[0]) {
      const { webhook } = state
      const [update] = state.updates
      webhook.lastError = await post(webhook.url, update, webhook.secret)
      if (webhook.lastError === null) {
        failures = 0
        state.updates = state.updates.filter((waiting) => waiting !== update)
      } else {
        const pauseMs = pausesMs[Math.min(failures++, pausesMs.length - 1)]
        await new Promise((done) => setTimeout(done, pauseMs).unref())
      }
    }
    busy = false
  }
  return () => {
    void deliver()
  }
}

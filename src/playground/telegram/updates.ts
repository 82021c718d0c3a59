import type { Message, Update } from 'grammy/types'
import { ApiError } from './api-error.ts'
import type { State } from './state.ts'

type NewUpdate = Omit<Update, 'update_id'>

/** Hands an update to the bot: it waits until it is polled or taken by the webhook. */
export function pushUpdate(state: State, update: NewUpdate): void {
  const allowed = state.webhook ? state.webhook.allowed : state.allowedUpdates
  const [kind = ''] = Object.keys(update)
  if (allowed && allowed.length > 0 && !allowed.includes(kind)) return
  state.updates.push({ update_id: ++state.lastUpdateId, ...update })
  if (state.webhook) state.deliverToWebhook()
  else state.poller?.wake()
}

/** The same for a message that somebody else wrote, as what it is to the bot. */
export function pushMessage(state: State, message: Message): void {
  if (isPost(message)) pushUpdate(state, { channel_post: message })
  else if (isUsual(message)) pushUpdate(state, { message })
}

/** The same for a message that its author has changed. */
export function pushEdit(state: State, message: Message): void {
  if (isUsual(message))
    pushUpdate(state, { edited_message: { ...message, edit_date: message.edit_date ?? 0 } })
}

function isPost(message: Message): message is Message & Update.Channel {
  return message.chat.type === 'channel'
}

function isUsual(message: Message): message is Message & Update.NonChannel {
  return message.chat.type !== 'channel' && message.from !== undefined
}

export type Poll = {
  offset?: number
  limit?: number
  timeout?: number
  allowed_updates?: readonly string[]
}

/**
 * Long polling (https://core.telegram.org/bots/api#getupdates): an offset confirms what lies before
 * it, a negative one keeps the last so many; a second poller ends the first with 409.
 */
export async function pollUpdates(
  state: State,
  poll: Poll,
  signal?: AbortSignal,
): Promise<Update[]> {
  if (state.webhook) {
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  state.poller?.conflict()
  if (poll.allowed_updates) state.allowedUpdates = poll.allowed_updates
  confirm(state, poll.offset ?? 0)
  const seconds = Math.min(poll.timeout ?? 0, 50)
  if (state.updates.length === 0 && seconds > 0) await nextUpdate(state, seconds, signal)
  return state.updates.slice(0, Math.min(poll.limit ?? 100, 100))
}

function confirm(state: State, offset: number): void {
  if (offset > 0) state.updates = state.updates.filter((update) => update.update_id >= offset)
  else if (offset < 0) state.updates = state.updates.slice(offset)
}

function nextUpdate(state: State, seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => () => {
      cancel()
      signal?.removeEventListener('abort', wake)
      if (state.poller === poller) state.poller = null
      end()
    }
    const wake = settle(resolve)
    const conflict = settle(() =>
      reject(
        new ApiError(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      ),
    )
    const cancel = state.after(seconds * 1000, wake)
    const poller = { wake, conflict }
    state.poller = poller
    signal?.addEventListener('abort', wake)
  })
}

import type { User } from 'grammy/types'
import { createCall } from './call.ts'
import { type After, systemAfter } from './clock.ts'
import type { WorldEvent } from './events.ts'
import { createFaults } from './faults.ts'
import { createGroups } from './groups.ts'
import { createLimiter } from './limits.ts'
import { menuFor } from './methods/commands.ts'
import { createPeople } from './people.ts'
import type { State } from './state.ts'
import { createWebhookDelivery, type PostUpdate } from './webhook.ts'
import type { CallRecord, World } from './world.ts'

export type WorldOptions = {
  token: string
  now: () => Temporal.Instant
  /** How it waits; with the system's timers by default. */
  after?: After
  /** What decides which calls a fault's rate meets: numbers from 0 up to 1. */
  random?: () => number
  /** How updates reach a webhook; without it, webhooks get nothing. */
  postUpdate?: PostUpdate
  /** Whether the bot's owner has switched inline queries on, as by default. */
  takesInline?: boolean
}

/** Makes a world with a bot in it and nobody else. */
export function createWorld({
  token,
  now,
  after = systemAfter,
  random = Math.random,
  postUpdate = async () => 'not connected',
  takesInline = true,
}: WorldOptions): World {
  const listeners = new Set<(event: WorldEvent) => void>()
  const calls: CallRecord[] = []
  const { faults, takeFault } = createFaults(random)
  const bot: User = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Courant',
    username: 'courant_bot',
  }
  const state: State = {
    bot,
    revoked: false,
    now,
    after,
    limiter: createLimiter(now),
    takeFault,
    chats: new Map(),
    lastMessageId: 0,
    lastUpdateId: 0,
    updates: [],
    allowedUpdates: null,
    poller: null,
    webhook: null,
    presses: new Map(),
    inlineQueries: new Map(),
    pressed: new Map(),
    inlineKept: new Map(),
    inlineShown: new Map(),
    takesInline,
    commands: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    files: new Map(),
    sent: [],
    deliverToWebhook: () => deliver(),
    emit(event) {
      for (const listener of listeners) listener(event)
    },
  }
  const deliver = createWebhookDelivery(state, postUpdate)

  return {
    ...createPeople(state),
    ...createGroups(state),
    token,
    bot,
    calls,
    sent: state.sent,
    files: state.files,
    faults,
    call: createCall(state, calls),
    setLimits: state.limiter.set,
    revokeToken() {
      state.revoked = true
      state.poller?.wake()
    },
    history: (chatId) => [...(state.chats.get(chatId)?.messages.values() ?? [])],
    replyKeyboard: (chatId) => state.chats.get(chatId)?.replyKeyboard ?? null,
    commandsFor: (userId, chatId = userId) => menuFor(state, userId, chatId),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

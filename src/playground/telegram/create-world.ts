import type { Update, User } from 'grammy/types'
import { ApiError } from './api-error.ts'
import { detectEntities } from './formatted-text.ts'
import { findMethod } from './methods/all.ts'
import { privateChat } from './methods/chats.ts'
import { menuFor } from './methods/commands.ts'
import { addMessage } from './methods/messages.ts'
import { readParams } from './params.ts'
import { type ChatState, epochSeconds, type State } from './state.ts'
import { pushUpdate } from './updates.ts'
import { createWebhookDelivery, type PostUpdate } from './webhook.ts'
import type { Answer, CallRecord, PressOutcome, World, WorldEvent } from './world.ts'

export type WorldOptions = {
  token: string
  now: () => Temporal.Instant
  /** How updates reach a webhook; without it, webhooks get nothing. */
  postUpdate?: PostUpdate
}

const answerTimeoutMs = 30_000

/** Makes a world with a bot in it and nobody else. */
export function createWorld({ token, now, postUpdate }: WorldOptions): World {
  const listeners = new Set<(event: WorldEvent) => void>()
  const calls: CallRecord[] = []
  const bot: User = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Courant',
    username: 'courant_bot',
  }
  const state: State = {
    bot,
    now,
    chats: new Map(),
    lastMessageId: 0,
    lastUpdateId: 0,
    updates: [],
    allowedUpdates: null,
    poller: null,
    webhook: null,
    presses: new Map(),
    inlineQueries: new Map(),
    commands: new Map(),
    files: new Map(),
    deliverToWebhook: () => deliver(),
    emit(event) {
      for (const listener of listeners) listener(event)
    },
  }
  const deliver = createWebhookDelivery(state, postUpdate ?? (async () => 'not connected'))

  const chatOf = (userId: number): ChatState => {
    const chat = state.chats.get(userId)
    if (!chat) throw new Error(`There is no person ${userId} in this world`)
    return chat
  }
  // Writing to the bot starts it, and unblocks it.
  const openChat = (userId: number): ChatState => {
    const chat = chatOf(userId)
    chat.started = true
    chat.blocked = false
    return chat
  }

  return {
    token,
    bot,
    calls,
    files: state.files,
    async call(name, given, signal) {
      const found = findMethod(name)
      const answer = found
        ? await run(() => {
            const params = readParams(found.name, found.method.params, given)
            return found.method.run(state, params, signal)
          })
        : ({ ok: false, error_code: 404, description: 'Not Found' } as const)
      calls.push({ method: found?.name ?? name, params: given, answer, at: now() })
      return answer
    },
    addUser(user) {
      state.chats.set(user.id, { user, started: false, blocked: false, messages: new Map() })
    },
    sendText(userId, text) {
      const chat = openChat(userId)
      const message = writtenBy(state, chat, text)
      addMessage(state, chat, message)
      pushUpdate(state, { message })
      return message
    },
    sendFile(userId, file) {
      const chat = openChat(userId)
      const id = `document-${state.files.size + 1}`
      state.files.set(id, file)
      const { text: _, ...base } = writtenBy(state, chat, '')
      const { name: file_name, bytes } = file
      const message = {
        ...base,
        document: { file_id: id, file_unique_id: id, file_name, file_size: bytes.length },
      }
      addMessage(state, chat, message)
      pushUpdate(state, { message })
      return message
    },
    press(userId, messageId, data) {
      const chat = chatOf(userId)
      const message = chat.messages.get(messageId)
      if (!message) return Promise.reject(new Error('There is no such message in this chat'))
      const id = `press-${userId}-${messageId}-${state.lastUpdateId + 1}`
      return awaitAnswer<PressOutcome>(state.presses, id, () =>
        pushUpdate(state, {
          callback_query: {
            id,
            from: chat.user,
            message,
            chat_instance: String(userId),
            data,
          },
        }),
      )
    },
    inlineQuery(userId, query) {
      const id = `inline-${userId}-${state.lastUpdateId + 1}`
      return awaitAnswer(state.inlineQueries, id, () =>
        pushUpdate(state, {
          inline_query: { id, from: chatOf(userId).user, query, offset: '' },
        }),
      )
    },
    block: (userId) => {
      chatOf(userId).blocked = true
    },
    unblock: (userId) => {
      chatOf(userId).blocked = false
    },
    history: (chatId) => [...(state.chats.get(chatId)?.messages.values() ?? [])],
    commandsFor: (userId) => menuFor(state, userId),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function run(method: () => unknown): Promise<Answer> {
  try {
    return { ok: true, result: await method() }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { ok: false, error_code: error.code, description: error.message }
  }
}

type WrittenMessage = NonNullable<Update['message']>

function writtenBy(state: State, chat: ChatState, text: string): WrittenMessage {
  const entities = detectEntities({ text, entities: [] })
  return {
    message_id: ++state.lastMessageId,
    from: chat.user,
    chat: privateChat(chat),
    date: epochSeconds(state),
    text,
    ...(entities.length > 0 && { entities }),
  }
}

function awaitAnswer<T>(
  waiting: Map<string, (outcome: T) => void>,
  id: string,
  ask: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(id)
      reject(new Error('The bot did not answer'))
    }, answerTimeoutMs)
    timer.unref()
    waiting.set(id, (outcome) => {
      clearTimeout(timer)
      resolve(outcome)
    })
    ask()
  })
}

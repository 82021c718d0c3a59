import type { Message, User } from 'grammy/types'
import { tellBot } from './bot-membership.ts'
import { emptyChat, type PrivateChat } from './chat-state.ts'
import { ephemeralFor } from './ephemeral.ts'
import type { PressOutcome } from './events.ts'
import { detectEntities } from './formatted-text.ts'
import { sharedChat } from './groups.ts'
import { contentOf, type InlineAsked, keepAnswer, keptAnswer } from './inline.ts'
import type { InlineAnswer } from './inline-answer.ts'
import { shareChat } from './share-chat.ts'
import type { InlineGiven, State } from './state.ts'
import { replaceMessage } from './timeline.ts'
import { pushEdit, pushUpdate } from './updates.ts'
import { type Place, write } from './writing.ts'

/** What people do. Whoever acts must have been added; all errors are the test's own. */
export type People = {
  /** Adds a person; their private chat with the bot exists once they have written to it. */
  addUser(user: User): void
  /**
   * Writes to the bot in the person's private chat, which also unblocks it, as pressing Start does;
   * or in another chat: there an anonymous admin writes as the group, and anybody in a channel posts
   * as the channel.
   */
  sendText(userId: number, text: string, place?: Place): Message
  /** Changes what the person has written to the bot in their private chat. */
  editText(userId: number, messageId: number, text: string): void
  /** Sends a file to the bot in the private chat, as a document. */
  sendFile(userId: number, file: { name: string; bytes: Uint8Array }): Message
  /** Shares a place on Earth, in degrees, in the private chat. */
  sendLocation(userId: number, location: { latitude: number; longitude: number }): Message
  /**
   * Presses an inline button under a message, or under an ephemeral one by its own number. Settles when
   * the bot answers the callback query.
   */
  press(
    userId: number,
    messageId: number,
    data: string,
    place?: Pick<Place, 'chatId' | 'isEphemeral'>,
  ): Promise<PressOutcome>
  /**
   * Asks the bot inline, from an offset on: `@bot words` in any chat. Settles with its answer, or with
   * one that is kept.
   */
  inlineQuery(userId: number, query: string, offset?: string): Promise<InlineAnswer>
  /** Picks one of the results that the person was shown last: it is sent in the private chat, or a place. */
  chooseResult(userId: number, resultId: string, place?: Place): Message
  /** Picks a chat with the key that asked for it (`request_chat`) in the private chat. */
  shareChat(userId: number, requestId: number, chatId: number): Message
  block(userId: number): void
  unblock(userId: number): void
  /** Deletes the person's account. */
  deactivate(userId: number): void
}

const answerTimeoutMs = 30_000
/** https://core.telegram.org/bots/api#inlinequery */
const longestQuery = 256

export function createPeople(state: State): People {
  const chatOf = (userId: number): PrivateChat => {
    const chat = state.chats.get(userId)
    if (chat?.type !== 'private') throw new Error(`There is no person ${userId} in this world`)
    return chat
  }
  const setBlocked = (userId: number, blocked: boolean) => {
    const chat = chatOf(userId)
    if (chat.blocked === blocked) return
    chat.blocked = blocked
    const member = { status: 'member' as const, user: state.bot }
    const kicked = { status: 'kicked' as const, user: state.bot, until_date: 0 }
    if (blocked) tellBot(state, chat, chat.user, member, kicked)
    else tellBot(state, chat, chat.user, kicked, member)
  }
  // Writing to the bot starts it, and unblocks it.
  const openChat = (userId: number): PrivateChat => {
    const chat = chatOf(userId)
    setBlocked(userId, false)
    chat.met = true
    chat.started = true
    return chat
  }

  return {
    addUser(user) {
      state.chats.set(user.id, {
        ...emptyChat(user.id),
        type: 'private',
        user,
        met: false,
        started: false,
        blocked: false,
        deactivated: false,
      })
    },
    sendText(userId, text, place = { chatId: userId }) {
      const { user } = place.chatId === userId ? openChat(userId) : chatOf(userId)
      return write(state, user, { text }, place)
    },
    editText(userId, messageId, text) {
      const chat = openChat(userId)
      const before = chat.messages.get(messageId)
      if (!before) throw new Error('There is no such message in this chat')
      const entities = detectEntities({ text, entities: [] })
      pushEdit(state, replaceMessage(state, chat, before, { ...before, text, entities }))
    },
    sendFile(userId, file) {
      const { user } = openChat(userId)
      const { name: file_name, bytes } = file
      const id = `document-${state.files.size + 1}`
      state.files.set(id, file)
      const document = { file_id: id, file_unique_id: id, file_name, file_size: bytes.length }
      return write(state, user, { document }, { chatId: userId })
    },
    sendLocation(userId, location) {
      return write(state, openChat(userId).user, { location }, { chatId: userId })
    },
    press(userId, messageId, data, { chatId, isEphemeral = false } = { chatId: userId }) {
      const message = isEphemeral
        ? ephemeralFor(sharedChat(state, chatId), userId, messageId)
        : state.chats.get(chatId)?.messages.get(messageId)
      if (!message) return Promise.reject(new Error('There is no such message in this chat'))
      const id = `press-${userId}-${messageId}-${state.lastUpdateId + 1}`
      state.pressed.set(id, { userId, chatId, isEphemeral, at: state.now() })
      return awaitAnswer<PressOutcome>(state, state.presses, id, () =>
        pushUpdate(state, {
          // Even an anonymous admin presses in their own name.
          callback_query: {
            id,
            from: chatOf(userId).user,
            message,
            chat_instance: String(chatId),
            data,
          },
        }),
      )
    },
    async inlineQuery(userId, query, offset = '') {
      const chat = chatOf(userId)
      if (!state.takesInline) throw new Error('The bot takes no inline queries')
      if (query.length > longestQuery) throw new Error('An inline query is no longer than this')
      chat.met = true
      const asked = { userId, query, offset }
      const kept = keptAnswer(state, asked)
      const answer = kept ?? (await askInline(state, chat.user, asked))
      const before = offset === '' ? [] : (state.inlineShown.get(userId)?.results ?? [])
      state.inlineShown.set(userId, { query, results: [...before, ...answer.results] })
      return answer
    },
    chooseResult(userId, resultId, place = { chatId: userId }) {
      const { query = '', results = [] } = state.inlineShown.get(userId) ?? {}
      const result = results.find(({ id }) => id === resultId)
      if (!result) throw new Error('There is no such result')
      const { user } = place.chatId === userId ? openChat(userId) : chatOf(userId)
      const message = write(state, user, contentOf(result, state), place)
      pushUpdate(state, { chosen_inline_result: { result_id: resultId, from: user, query } })
      return message
    },
    shareChat: (userId, requestId, chatId) => shareChat(state, chatOf(userId), requestId, chatId),
    block: (userId) => setBlocked(userId, true),
    unblock: (userId) => setBlocked(userId, false),
    deactivate(userId) {
      chatOf(userId).deactivated = true
    },
  }
}

async function askInline(state: State, user: User, asked: InlineAsked): Promise<InlineAnswer> {
  const { query, offset } = asked
  const id = `inline-${user.id}-${state.lastUpdateId + 1}`
  const given = await awaitAnswer<InlineGiven>(state, state.inlineQueries, id, () =>
    pushUpdate(state, { inline_query: { id, from: user, query, offset } }),
  )
  keepAnswer(state, asked, given.answer, given)
  return given.answer
}

function awaitAnswer<T>(
  state: State,
  waiting: Map<string, (outcome: T) => void>,
  id: string,
  ask: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = state.after(answerTimeoutMs, () => {
      waiting.delete(id)
      reject(new Error('The bot did not answer'))
    })
    waiting.set(id, (outcome) => {
      cancel()
      resolve(outcome)
    })
    ask()
  })
}

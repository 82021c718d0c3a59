import { badRequest, forbidden } from './api-error.ts'
import { type ChatState, generalTopic, type PrivateChat, type SharedChat } from './chat-state.ts'
import { hasRight, isAdmin, isIn } from './members.ts'
import type { Params } from './params.ts'
import type { State } from './state.ts'

/**
 * The chat that a call names, refused in Telegram's words where the bot may not look
 * (`check_chat_access` of https://github.com/tdlib/telegram-bot-api, Client.cpp).
 */
export function knownChat(state: State, params: Params): ChatState {
  const chat = findChat(state, params.chat_id)
  if (!chat?.met && !(chat?.type !== 'private' && chat?.username)) {
    throw badRequest('chat not found')
  }
  if (chat.type === 'supergroup' || chat.type === 'channel') {
    const bot = chat.members.get(state.bot.id)
    if (bot?.status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`)
    if (!isIn(bot) && !chat.username) throw notMember(chat)
  }
  return chat
}

/** The same where the bot wants to write or change something. */
export function writableChat(state: State, params: Params): ChatState {
  const chat = knownChat(state, params)
  if (chat.type === 'private') checkPerson(chat)
  else checkShared(state, chat)
  return chat
}

/** The same where it wants to send; returns what tells the message's place in a forum. */
export function sendableChat(state: State, params: Params) {
  const chat = writableChat(state, params)
  if (chat.type !== 'private') {
    const bot = chat.members.get(state.bot.id)
    if (chat.type === 'channel' && !hasRight(bot, 'can_post_messages')) {
      throw badRequest('need administrator rights in the channel chat')
    }
    if (bot?.status === 'restricted' && !bot.can_send_messages) {
      throw badRequest('not enough rights to send text messages to the chat')
    }
  }
  return { chat, place: placeIn(state, chat, params.message_thread_id) }
}

/** The chat of this number or `@name`, whether or not the bot may know it. */
export function findChat(state: State, id: unknown): ChatState | undefined {
  if (typeof id === 'number') return state.chats.get(id)
  const name = String(id).replace(/^@/, '').toLowerCase()
  // A person cannot be found by name: bots know only those they have met.
  return [...state.chats.values()].find(
    (chat) => chat.type !== 'private' && chat.username?.toLowerCase() === name,
  )
}

function checkPerson(chat: PrivateChat): void {
  if (chat.deactivated) throw forbidden('user is deactivated')
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user")
  if (chat.blocked) throw forbidden('bot was blocked by the user')
}

function checkShared(state: State, chat: SharedChat): void {
  if (chat.migratedTo !== null) {
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    })
  }
  const bot = chat.members.get(state.bot.id)
  if (bot?.status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`)
  if (!isIn(bot)) throw notMember(chat)
}

function notMember(chat: SharedChat) {
  return forbidden(`bot is not a member of the ${chat.type} chat`)
}

function placeIn(state: State, chat: ChatState, threadId: unknown) {
  const topics = chat.type === 'private' ? null : chat.topics
  const id = typeof threadId === 'number' ? threadId : generalTopic
  // Telegram knows the general topic by no number when something is sent there.
  if (threadId !== undefined && (id === generalTopic || !topics?.has(id))) {
    throw badRequest('message thread not found')
  }
  if (chat.type !== 'private' && topics?.get(id) === 'closed') {
    const bot = chat.members.get(state.bot.id)
    if (!isAdmin(bot) || !hasRight(bot, 'can_manage_topics')) throw badRequest('TOPIC_CLOSED')
  }
  return threadId === undefined ? {} : { message_thread_id: id, is_topic_message: true }
}

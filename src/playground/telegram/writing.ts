import type { Message, User } from 'grammy/types'
import { type ChatState, describeChat, groupAnonymousBot } from './chat-state.ts'
import { detectEntities } from './formatted-text.ts'
import { isAdmin, isIn } from './members.ts'
import type { State } from './state.ts'
import { addMessage, newMessage } from './timeline.ts'
import { pushMessage } from './updates.ts'

export type Place = { chatId: number; threadId?: number }

/** Writes as a person in a chat; the bot hears what Telegram would let it hear. */
export function write(state: State, user: User, content: Partial<Message>, place: Place): Message {
  const chat = state.chats.get(place.chatId)
  if (!chat) throw new Error(`There is no chat ${place.chatId} in this world`)
  const { text = '' } = content
  const repliedTo = takeAwaited(chat, user)
  const entities = content.entities ?? detectEntities({ text, entities: [] })
  const message = newMessage(state, chat, {
    ...content,
    ...authorOf(chat, user),
    ...(place.threadId && { message_thread_id: place.threadId, is_topic_message: true }),
    ...(repliedTo && { reply_to_message: { ...repliedTo, reply_to_message: undefined } }),
    ...(entities.length > 0 && { entities }),
  })
  addMessage(state, chat, message)
  const isHis = content.via_bot?.id === state.bot.id
  if (repliedTo || isHis || isHeard(state, chat, text)) pushMessage(state, message)
  return message
}

/** The message to which the app makes this person's next one an answer; one that answers somebody is for them. */
function takeAwaited(chat: ChatState, user: User): Message | null {
  const awaited = chat.awaitsReplyTo
  if (awaited && (awaited.reply_to_message?.from?.id ?? user.id) !== user.id) return null
  chat.awaitsReplyTo = null
  return awaited
}

function authorOf(chat: ChatState, user: User) {
  if (chat.type === 'private') return { from: user }
  const member = chat.members.get(user.id)
  if (!member || !isIn(member)) throw new Error(`Person ${user.id} is not in chat ${chat.id}`)
  if (chat.type === 'channel') return { sender_chat: describeChat(chat) }
  return 'is_anonymous' in member && member.is_anonymous
    ? { from: groupAnonymousBot, sender_chat: describeChat(chat) }
    : { from: user }
}

// https://core.telegram.org/bots/features#privacy-mode: an admin hears all, others commands for them.
function isHeard(state: State, chat: ChatState, text: string): boolean {
  if (chat.type === 'private') return true
  const bot = chat.members.get(state.bot.id)
  if (isAdmin(bot) || !isIn(bot)) return isAdmin(bot)
  const name = /^\/\w+@(\w+)/.exec(text)?.[1]
  return text.startsWith('/') && (!name || name === state.bot.username)
}

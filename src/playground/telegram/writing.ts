import type { Message, User } from 'grammy/types'
import { type ChatState, describeChat, groupAnonymousBot } from './chat-state.ts'
import { addEphemeral, isEphemeralCommand } from './ephemeral.ts'
import { detectEntities } from './formatted-text.ts'
import { sharedChat } from './groups.ts'
import { isAdmin, isIn } from './members.ts'
import { menuFor } from './methods/commands.ts'
import type { State } from './state.ts'
import { addMessage, newMessage } from './timeline.ts'
import { pushMessage } from './updates.ts'

export type Place = {
  chatId: number
  threadId?: number
  /** By an app that can, in a group, so that the bot alone hears it: a command of which its menu says so. */
  isEphemeral?: true
}

/** Writes as a person in a chat; the bot hears what Telegram would let it hear. */
export function write(state: State, user: User, content: Partial<Message>, place: Place): Message {
  const chat = state.chats.get(place.chatId)
  if (!chat) throw new Error(`There is no chat ${place.chatId} in this world`)
  const { text = '' } = content
  const repliedTo = takeAwaited(chat, user)
  if (place.isEphemeral || repliedTo?.ephemeral_message_id) {
    return writeEphemeral(state, user, content, place, repliedTo)
  }
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

/** The reply to an ephemeral message may come without it. */
function writeEphemeral(
  state: State,
  user: User,
  content: Partial<Message>,
  { chatId, threadId }: Place,
  repliedTo: Message | null,
): Message {
  const { text = '' } = content
  const chat = sharedChat(state, chatId)
  const isHeard = isIn(chat.members.get(state.bot.id))
  if (!isHeard || !(repliedTo || isEphemeralCommand(text, menuFor(state, user.id, chatId)))) {
    throw new Error('An app sends as ephemeral what the menu marks so, and replies')
  }
  const message = addEphemeral(state, chat, user, {
    ...{ from: user, text, entities: detectEntities({ text, entities: [] }) },
    ...(threadId && { message_thread_id: threadId, is_topic_message: true as const }),
  })
  pushMessage(state, message)
  return message
}

/** The message to which the app makes this person's next one an answer; one that answers somebody is for them. */
function takeAwaited(chat: ChatState, user: User): Message | null {
  const awaited = chat.awaitsReplyTo
  const asked = awaited?.receiver_user ?? awaited?.reply_to_message?.from ?? user
  if (asked.id !== user.id) return null
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

import type { KeyboardButtonRequestChat, Message } from 'grammy/types'
import { changeBotMembership } from './bot-membership.ts'
import type { PrivateChat, SharedChat } from './chat-state.ts'
import { sharedChat } from './groups.ts'
import { isAdmin, isIn } from './members.ts'
import type { State } from './state.ts'
import { addMessage, newMessage } from './timeline.ts'
import { pushMessage } from './updates.ts'

/**
 * A person picks a chat for the bot (https://core.telegram.org/bots/api#keyboardbuttonrequestchat).
 * Where the key asks for rights of the bot, Telegram's apps make it an administrator on the way.
 */
export function shareChat(
  state: State,
  own: PrivateChat,
  requestId: number,
  chatId: number,
): Message {
  const request = requestOn(own, requestId)
  const chat = sharedChat(state, chatId)
  if (!fits(state, chat, own.id, request)) throw new Error('This chat is not among those to pick')
  if (request.bot_administrator_rights && !isAdmin(chat.members.get(state.bot.id))) {
    changeBotMembership(state, chat, { status: 'administrator' }, own.user)
  }
  const message = newMessage(state, own, {
    from: own.user,
    chat_shared: {
      request_id: requestId,
      chat_id: chatId,
      ...(request.request_title && { title: chat.title }),
      ...(request.request_username && chat.username && { username: chat.username }),
    },
  })
  addMessage(state, own, message)
  pushMessage(state, message)
  return message
}

function requestOn(own: PrivateChat, requestId: number): KeyboardButtonRequestChat {
  for (const key of own.replyKeyboard?.keyboard.flat() ?? []) {
    if (typeof key === 'object' && 'request_chat' in key) {
      if (key.request_chat.request_id === requestId) return key.request_chat
    }
  }
  throw new Error(`No key asks for a chat with the number ${requestId}`)
}

function fits(
  state: State,
  chat: SharedChat,
  userId: number,
  request: KeyboardButtonRequestChat,
): boolean {
  const { chat_is_channel, chat_is_forum, chat_has_username, chat_is_created } = request
  const member = chat.members.get(userId)
  const bot = chat.members.get(state.bot.id)
  return (
    isIn(member) &&
    chat_is_channel === (chat.type === 'channel') &&
    (chat_is_forum === undefined || chat_is_forum === (chat.topics !== null)) &&
    (chat_has_username === undefined || chat_has_username === Boolean(chat.username)) &&
    (!chat_is_created || member?.status === 'creator') &&
    (!request.user_administrator_rights || isAdmin(member)) &&
    (!request.bot_is_member || isIn(bot))
  )
}

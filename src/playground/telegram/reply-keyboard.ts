import type { KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types'
import { badRequest } from './api-error.ts'
import type { ChatState } from './chat-state.ts'
import { isObject } from './keyboard.ts'

/** What can be asked of a person, each with the words for where it can not (tdlib, ReplyMarkup.cpp). */
const requests: Record<string, string> = {
  request_users: 'users can be requested in private chats only',
  request_chat: 'chats can be requested in private chats only',
  request_contact: 'phone number can be requested in private chats only',
  request_location: 'location can be requested in private chats only',
  request_poll: 'poll can be requested in private chats only',
  web_app: 'web App buttons can be used in private chats only',
}
const extras = ['text', 'icon_custom_emoji_id', 'style']

/** Puts the keys of a message in place of the person's keyboard, or takes them away. */
export function setReplyKeyboard(chat: ChatState, markup: unknown): void {
  if (!isObject(markup)) return
  if (markup.remove_keyboard === true) chat.replyKeyboard = null
  if (markup.keyboard === undefined) return
  if (!Array.isArray(markup.keyboard)) throw badRequest('field "keyboard" must be of type Array')
  const keyboard = markup.keyboard.map((row) => {
    if (!Array.isArray(row)) throw badRequest('keyboard button row must be an Array')
    return row.map((button) => readKey(chat, button))
  })
  chat.replyKeyboard = { ...markup, keyboard } as ReplyKeyboardMarkup
}

function readKey(chat: ChatState, key: unknown): KeyboardButton {
  const button = typeof key === 'string' ? { text: key } : key
  if (!isObject(button)) throw badRequest('keyboard button must be an Object')
  const { text } = button
  if (typeof text !== 'string') throw badRequest('field "text" must be of type String')
  if (!text.trim()) throw badRequest('keyboard button text must be non-empty')
  const unknown = Object.keys(button).find((name) => !requests[name] && !extras.includes(name))
  if (unknown) throw badRequest(`unknown field "${unknown}" in a keyboard button`)
  const request = Object.keys(button).find((name) => requests[name])
  if (request && chat.type !== 'private') throw badRequest(requests[request] ?? '')
  if (request === 'request_chat') checkRequest(button.request_chat)
  return { ...button, text } as KeyboardButton
}

// https://core.telegram.org/bots/api#keyboardbuttonrequestchat
function checkRequest(request: unknown): void {
  if (!isObject(request)) throw badRequest('field "request_chat" must be of type Object')
  if (!Number.isInteger(request.request_id)) {
    throw badRequest('field "request_id" must be of type Integer')
  }
  if (typeof request.chat_is_channel !== 'boolean') {
    throw badRequest('field "chat_is_channel" must be of type Boolean')
  }
}

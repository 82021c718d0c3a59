import type { Message } from 'grammy/types'
import { writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import type { ChatState } from '../chat-state.ts'
import { ownEphemeral, removeEphemeral, replaceEphemeral } from '../ephemeral.ts'
import { sharedChat } from '../groups.ts'
import { readKeyboard } from '../keyboard.ts'
import { hasRight } from '../members.ts'
import type { ParamSpec, Params } from '../params.ts'
import type { State } from '../state.ts'
import { replaceMessage } from '../timeline.ts'
import { linkPreview, readText, withEntities } from './content.ts'
import { integer, type Method } from './method.ts'

const editing: ParamSpec = {
  business_connection_id: 'string',
  chat_id: 'chat!',
  message_id: 'integer!',
  inline_message_id: 'string',
  reply_markup: 'json',
}

export const editMessageText: Method = {
  params: {
    ...editing,
    text: 'string!',
    parse_mode: 'string',
    entities: 'json',
    link_preview_options: 'json',
  },
  run(state, params) {
    const chat = writableChat(state, params)
    const message = ownMessage(chat, params)
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    const formatted = readText(params)
    const markup = readKeyboard(params.reply_markup)
    const { entities: _e, reply_markup: _m, ...rest } = message
    return replaceMessage(state, chat, message, {
      ...rest,
      ...withEntities(formatted),
      ...linkPreview(params),
      ...(markup && { reply_markup: markup }),
    })
  },
}

export const editMessageReplyMarkup: Method = {
  params: editing,
  run(state, params) {
    const chat = writableChat(state, params)
    const message = ownMessage(chat, params)
    const markup = readKeyboard(params.reply_markup)
    const { reply_markup: _, ...rest } = message
    return replaceMessage(state, chat, message, {
      ...rest,
      ...(markup && { reply_markup: markup }),
    })
  },
}

export const deleteMessage: Method = {
  params: { chat_id: 'chat!', message_id: 'integer!' },
  run(state, params) {
    const chat = writableChat(state, params)
    const id = integer(params, 'message_id') ?? 0
    if (!chat.messages.has(id)) throw badRequest('message to delete not found')
    if (!mayDelete(state, chat, id)) throw badRequest("message can't be deleted")
    chat.messages.delete(id)
    state.emit({ kind: 'delete', chatId: chat.id, messageId: id })
    return true
  },
}

const editingEphemeral: ParamSpec = {
  chat_id: 'chat!',
  receiver_user_id: 'integer!',
  ephemeral_message_id: 'integer!',
}

export const editEphemeralMessageText: Method = {
  params: {
    ...editingEphemeral,
    text: 'string!',
    parse_mode: 'string',
    entities: 'json',
    link_preview_options: 'json',
    reply_markup: 'json',
  },
  run(state, params) {
    const chat = writableChat(state, params)
    const found = ownEphemeral(state, chat, params)
    const markup = readKeyboard(params.reply_markup)
    const { entities: _e, reply_markup: _m, ...rest } = found.message
    return replaceEphemeral(state, chat, found, {
      ...rest,
      ...withEntities(readText(params)),
      ...linkPreview(params),
      ...(markup && { reply_markup: markup }),
    })
  },
}

export const editEphemeralMessageReplyMarkup: Method = {
  params: { ...editingEphemeral, reply_markup: 'json' },
  run(state, params) {
    const chat = writableChat(state, params)
    const found = ownEphemeral(state, chat, params)
    const markup = readKeyboard(params.reply_markup)
    const { reply_markup: _, ...rest } = found.message
    return replaceEphemeral(state, chat, found, {
      ...rest,
      ...(markup && { reply_markup: markup }),
    })
  },
}

export const deleteEphemeralMessage: Method = {
  params: editingEphemeral,
  run(state, params) {
    const chat = writableChat(state, params)
    const { personId } = ownEphemeral(state, chat, params)
    return removeEphemeral(state, sharedChat(state, chat.id), personId, params)
  },
}

function ownMessage(chat: ChatState, params: Params): Message {
  const message = chat.messages.get(integer(params, 'message_id') ?? 0)
  if (!message) throw badRequest('message to edit not found')
  if (!chat.own.has(message.message_id)) throw badRequest("message can't be edited")
  return message
}

function mayDelete(state: State, chat: ChatState, id: number): boolean {
  if (chat.type === 'private' || chat.own.has(id)) return true
  return hasRight(chat.members.get(state.bot.id), 'can_delete_messages')
}

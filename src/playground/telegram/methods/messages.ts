import type { Message } from 'grammy/types'
import { badRequest } from '../api-error.ts'
import { readFormattedText } from '../formatted-text.ts'
import type { FormattedText } from '../html.ts'
import { readKeyboard } from '../keyboard.ts'
import type { ParamSpec, Params } from '../params.ts'
import { type ChatState, epochSeconds, type State } from '../state.ts'
import { privateChat, writableChat } from './chats.ts'
import { integer, type Method, optionalText, record, text } from './method.ts'

const sending: ParamSpec = {
  business_connection_id: 'string',
  chat_id: 'chat!',
  message_thread_id: 'integer',
  direct_messages_topic_id: 'integer',
  disable_notification: 'boolean',
  protect_content: 'boolean',
  allow_paid_broadcast: 'boolean',
  message_effect_id: 'string',
  suggested_post_parameters: 'json',
  reply_parameters: 'json',
  reply_markup: 'json',
}

export const sendMessage: Method = {
  params: {
    ...sending,
    text: 'string!',
    parse_mode: 'string',
    entities: 'json',
    link_preview_options: 'json',
  },
  run(state, params) {
    const chat = writableChat(state, params)
    const formatted = readText(params)
    const markup = readKeyboard(params.reply_markup)
    return addMessage(state, chat, {
      ...base(state, chat, params),
      ...withEntities(formatted),
      ...linkPreview(params),
      ...(markup && { reply_markup: markup }),
    })
  },
}

export const sendDocument: Method = {
  params: {
    ...sending,
    document: 'json!',
    thumbnail: 'json',
    caption: 'string',
    parse_mode: 'string',
    caption_entities: 'json',
    disable_content_type_detection: 'boolean',
  },
  async run(state, params) {
    const chat = writableChat(state, params)
    const markup = readKeyboard(params.reply_markup)
    const file = params.document
    if (!(file instanceof File)) throw badRequest('there is no document in the request')
    if (file.size === 0) throw badRequest('file must be non-empty')
    const id = `document-${state.files.size + 1}`
    state.files.set(id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    const caption = optionalText(params, 'caption')
    const formatted = caption
      ? readFormattedText({ text: caption, parse_mode: optionalText(params, 'parse_mode') })
      : null
    return addMessage(state, chat, {
      ...base(state, chat, params),
      document: {
        file_id: id,
        file_unique_id: id,
        file_name: file.name,
        file_size: file.size,
        ...(file.type && { mime_type: file.type }),
      },
      ...(formatted && { caption: formatted.text, caption_entities: formatted.entities }),
      ...(markup && { reply_markup: markup }),
    })
  },
}

export const getFile: Method = {
  params: { file_id: 'string!' },
  run(state, params) {
    const id = text(params, 'file_id')
    const file = state.files.get(id)
    if (!file) throw badRequest('invalid file_id')
    return {
      file_id: id,
      file_unique_id: id,
      file_size: file.bytes.length,
      file_path: `documents/${id}`,
    }
  },
}

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
    const message = ownMessage(state, chat, params, 'edit')
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
    const message = ownMessage(state, chat, params, 'edit')
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
    if (!chat.messages.delete(id)) throw badRequest('message to delete not found')
    state.emit({ kind: 'delete', chatId: chat.user.id, messageId: id })
    return true
  },
}

/** Adds a message to a chat and lets those who watch know. */
export function addMessage(state: State, chat: ChatState, message: Message): Message {
  chat.messages.set(message.message_id, message)
  state.emit({ kind: 'message', chatId: chat.user.id, message })
  return message
}

function replaceMessage(state: State, chat: ChatState, before: Message, after: Message): Message {
  const content = (m: Message) => JSON.stringify([m.text, m.entities ?? [], m.reply_markup ?? null])
  if (content(before) === content(after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  const message = { ...after, edit_date: epochSeconds(state) }
  chat.messages.set(message.message_id, message)
  state.emit({ kind: 'edit', chatId: chat.user.id, message })
  return message
}

function ownMessage(state: State, chat: ChatState, params: Params, verb: string): Message {
  const message = chat.messages.get(integer(params, 'message_id') ?? 0)
  if (!message) throw badRequest(`message to ${verb} not found`)
  if (message.from?.id !== state.bot.id) throw badRequest(`message can't be ${verb}ed`)
  return message
}

function base(state: State, chat: ChatState, params: Params) {
  const reply = record(params, 'reply_parameters').message_id
  const original = typeof reply === 'number' ? chat.messages.get(reply) : undefined
  if (reply !== undefined && !original) {
    const lenient = record(params, 'reply_parameters').allow_sending_without_reply === true
    if (!lenient) throw badRequest('message to be replied not found')
  }
  return {
    message_id: ++state.lastMessageId,
    from: state.bot,
    chat: privateChat(chat),
    date: epochSeconds(state),
    ...(original && { reply_to_message: { ...original, reply_to_message: undefined } }),
  } satisfies Partial<Message>
}

function readText(params: Params): FormattedText {
  return readFormattedText({
    text: text(params, 'text'),
    parse_mode: optionalText(params, 'parse_mode'),
    entities: params.entities,
  })
}

function withEntities({ text, entities }: FormattedText) {
  return { text, ...(entities.length > 0 && { entities }) }
}

function linkPreview(params: Params) {
  const options = record(params, 'link_preview_options')
  return Object.keys(options).length > 0 ? { link_preview_options: options } : {}
}

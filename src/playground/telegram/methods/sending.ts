import type { Message } from 'grammy/types'
import { sendableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { type ChatState, describeChat } from '../chat-state.ts'
import { addEphemeral, readReceiver } from '../ephemeral.ts'
import { readFormattedText } from '../formatted-text.ts'
import { sharedChat } from '../groups.ts'
import { readKeyboard } from '../keyboard.ts'
import type { ParamSpec, Params } from '../params.ts'
import { setReplyKeyboard } from '../reply-keyboard.ts'
import type { State } from '../state.ts'
import { addOwnMessage, newMessage } from '../timeline.ts'
import { linkPreview, readText, withEntities } from './content.ts'
import { type Method, optionalText, record, text } from './method.ts'

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
  ephemeral_message_parameters: 'json',
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
  isLimited: true,
  run(state, params) {
    const { chat, place } = sendableChat(state, params)
    const formatted = readText(params)
    return send(state, chat, params, {
      ...place,
      ...withEntities(formatted),
      ...linkPreview(params),
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
  isLimited: true,
  async run(state, params) {
    const { chat, place } = sendableChat(state, params)
    const file = params.document
    if (!(file instanceof File)) throw badRequest('there is no document in the request')
    if (file.size === 0) throw badRequest('file must be non-empty')
    const id = `document-${state.files.size + 1}`
    state.files.set(id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    const caption = optionalText(params, 'caption')
    const formatted = caption
      ? readFormattedText({ text: caption, parse_mode: optionalText(params, 'parse_mode') })
      : null
    return send(state, chat, params, {
      ...place,
      document: {
        file_id: id,
        file_unique_id: id,
        file_name: file.name,
        file_size: file.size,
        ...(file.type && { mime_type: file.type }),
      },
      ...(formatted && { caption: formatted.text, caption_entities: formatted.entities }),
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

function send(state: State, chat: ChatState, params: Params, content: Partial<Message>): Message {
  const markup = readKeyboard(params.reply_markup)
  const receiver = readReceiver(state, chat, params)
  if (receiver) {
    if (markup?.inline_keyboard.flat().some((button) => 'login_url' in button)) {
      throw badRequest('login buttons are not supported in ephemeral messages')
    }
    const message = addEphemeral(state, sharedChat(state, chat.id), receiver, {
      ...content,
      from: state.bot,
      ...(markup && { reply_markup: markup }),
    })
    if (asksForReply(params)) chat.awaitsReplyTo = message
    return message
  }
  const reply = repliedTo(chat, params)
  setReplyKeyboard(chat, params.reply_markup)
  const message = newMessage(state, chat, {
    ...(chat.type === 'channel' ? { sender_chat: describeChat(chat) } : { from: state.bot }),
    ...reply,
    ...content,
    ...(markup && { reply_markup: markup }),
  })
  if (asksForReply(params)) chat.awaitsReplyTo = message
  return addOwnMessage(state, chat, message, {
    silent: params.disable_notification === true,
    threadId: content.message_thread_id ?? null,
  })
}

function asksForReply({ reply_markup: markup }: Params): boolean {
  return Object(markup).force_reply === true
}

function repliedTo(chat: ChatState, params: Params) {
  const { message_id: id, allow_sending_without_reply: lenient } = record(
    params,
    'reply_parameters',
  )
  if (params.reply_parameters !== undefined && id === undefined) {
    throw badRequest('reply_parameters must name a message')
  }
  const original = typeof id === 'number' ? chat.messages.get(id) : undefined
  if (id !== undefined && !original && lenient !== true) {
    throw badRequest('message to be replied not found')
  }
  return original && { reply_to_message: { ...original, reply_to_message: undefined } }
}

import type { BotCommand, Message, User } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { type ChatState, describeChat, type Ephemeral, type SharedChat } from './chat-state.ts'
import { isObject } from './keyboard.ts'
import { isAdmin, isIn } from './members.ts'
import type { Params } from './params.ts'
import { epochSeconds, type State } from './state.ts'
import { isSame } from './timeline.ts'

/** So long an app waits for an ephemeral answer to what it sent or pressed. */
const answerable = { seconds: 15 }

/** Whether a command is sent so that the bot alone hears it: its menu says so. */
export function isEphemeralCommand(text: string, menu: readonly BotCommand[]): boolean {
  const [, name] = /^\/(\w+)/.exec(text) ?? []
  return menu.some(({ command, is_ephemeral }) => is_ephemeral && command === name)
}

/** Adds an ephemeral message of a person's or the bot's, and lets those who watch know. */
export function addEphemeral(
  state: State,
  chat: SharedChat,
  person: User,
  content: Partial<Message> & { from: User },
): Message {
  const id = ++chat.lastEphemeralId
  const message = {
    message_id: 0,
    ephemeral_message_id: id,
    receiver_user: content.from.id === person.id ? state.bot : person,
    chat: describeChat(chat),
    date: epochSeconds(state),
    ...content,
  } as Message
  chat.ephemeral.set(id, { message, personId: person.id, at: state.now() })
  state.emit({ kind: 'message', chatId: chat.id, message, onlyFor: person.id })
  return message
}

/**
 * The person for whom a message that the bot sends is alone, null where it is for all; refused where it may
 * not be. Telegram's words for that are not known, so these are the stand-in's own.
 */
export function readReceiver(state: State, chat: ChatState, params: Params): User | null {
  const { ephemeral_message_parameters: asked, reply_parameters: reply } = params
  const repliedTo = isObject(reply) ? reply.ephemeral_message_id : undefined
  if (asked === undefined) {
    if (repliedTo === undefined) return null
    throw badRequest('a reply to an ephemeral message must be ephemeral')
  }
  if (!isObject(asked)) throw badRequest('ephemeral_message_parameters must be an Object')
  const unknown = Object.keys(asked).find((name) => !fields.includes(name))
  if (unknown) throw badRequest(`unknown field "${unknown}" in ephemeral_message_parameters`)
  if (chat.type !== 'group' && chat.type !== 'supergroup') {
    throw badRequest('ephemeral messages can be sent in groups only')
  }
  const member = chat.members.get(Number(asked.receiver_user_id))
  if (!isIn(member) || !member || member.user.is_bot) throw badRequest('receiver not found')
  const { user } = member
  if (isObject(reply) && reply.chat_id !== undefined) {
    throw badRequest('an ephemeral message replies in its own chat only')
  }
  const { callback_query_id: press } = asked
  if (press !== undefined) checkPress(state, chat, user, asked)
  else if (repliedTo !== undefined) checkReply(state, chat, user, repliedTo)
  else if (!isAdmin(chat.members.get(state.bot.id))) {
    throw badRequest('not enough rights to send an ephemeral message that nobody asked for')
  }
  return user
}

const fields = ['receiver_user_id', 'callback_query_id', 'replace_callback_query_message']

function checkPress(
  state: State,
  chat: SharedChat,
  user: User,
  { callback_query_id: id, replace_callback_query_message: replaces }: Record<string, unknown>,
): void {
  const press = state.pressed.get(String(id))
  if (press?.userId !== user.id || press.chatId !== chat.id || isOver(state, press.at)) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  if (replaces === true && press.isEphemeral) {
    throw badRequest('an ephemeral message is edited, not replaced')
  }
}

function checkReply(state: State, chat: SharedChat, user: User, id: unknown): void {
  const found = chat.ephemeral.get(Number(id))
  const isTheirs = found?.personId === user.id && found.message.from?.id === user.id
  if (!isTheirs || isOver(state, found.at)) throw badRequest('message to be replied not found')
}

function isOver(state: State, since: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since.add(answerable), state.now()) < 0
}

/** An ephemeral message as its own person sees it; null for all others. */
export function ephemeralFor(
  { ephemeral }: SharedChat,
  personId: number,
  id: number,
): Message | null {
  const found = ephemeral.get(id)
  return found?.personId === personId ? found.message : null
}

/** The ephemeral message of the bot's that a call names. */
export function ownEphemeral(state: State, chat: ChatState, params: Params): Ephemeral {
  const id = Number(params.ephemeral_message_id)
  const found = chat.type === 'private' ? undefined : chat.ephemeral.get(id)
  const isOwn = found?.message.from?.id === state.bot.id
  if (!isOwn || found.personId !== params.receiver_user_id) throw badRequest('message not found')
  return found
}

/** Puts other content in place of an ephemeral message's. */
export function replaceEphemeral(
  state: State,
  { id: chatId }: ChatState,
  found: Ephemeral,
  after: Message,
): true {
  if (isSame(found.message, after)) throw badRequest('message is not modified')
  found.message = { ...after, edit_date: epochSeconds(state) }
  state.emit({ kind: 'edit', chatId, message: found.message, onlyFor: found.personId })
  return true
}

export function removeEphemeral(
  state: State,
  { id: chatId, ephemeral }: SharedChat,
  onlyFor: number,
  params: Params,
): true {
  const ephemeralId = Number(params.ephemeral_message_id)
  ephemeral.delete(ephemeralId)
  state.emit({ kind: 'delete', chatId, ephemeralId, onlyFor })
  return true
}

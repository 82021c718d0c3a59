import type { Chat } from 'grammy/types'
import { ApiError, badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { ChatState, State } from '../state.ts'
import { integer, type Method } from './method.ts'

export function privateChat({ user }: ChatState): Chat.PrivateChat {
  const { id, first_name, last_name, username } = user
  return {
    id,
    type: 'private',
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
  }
}

/** The chat that a call names; refused as Telegram does when the bot may not write there. */
export function writableChat(state: State, params: Params): ChatState {
  const chat = knownChat(state, params)
  if (chat.blocked) throw new ApiError(403, 'Forbidden: bot was blocked by the user')
  return chat
}

export function knownChat(state: State, params: Params): ChatState {
  const chat = state.chats.get(integer(params, 'chat_id') ?? 0)
  // A person who never wrote to the bot is no chat of its own yet.
  if (!chat?.started) throw badRequest('chat not found')
  return chat
}

export const getChat: Method = {
  params: { chat_id: 'chat!' },
  run: (state, params) => ({
    ...privateChat(knownChat(state, params)),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
  }),
}

export const getChatMember: Method = {
  params: { chat_id: 'chat!', user_id: 'integer!' },
  run(state, params) {
    const chat = knownChat(state, params)
    const id = integer(params, 'user_id')
    const user = [chat.user, state.bot].find((candidate) => candidate.id === id)
    if (!user) throw badRequest('member not found')
    return { status: 'member', user }
  },
}

const chatActions =
  /^(typing|upload_photo|(record|upload)_(video|voice|video_note)|upload_document|choose_sticker|find_location)$/

export const sendChatAction: Method = {
  params: {
    business_connection_id: 'string',
    chat_id: 'chat!',
    message_thread_id: 'integer',
    action: 'string!',
  },
  run(state, params) {
    const chat = writableChat(state, params)
    const action = String(params.action)
    if (!chatActions.test(action)) throw badRequest('wrong parameter action in request')
    state.emit({ kind: 'action', chatId: chat.user.id, action })
    return true
  },
}

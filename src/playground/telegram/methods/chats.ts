import type { Chat, ChatMember, User } from 'grammy/types'
import { knownChat, writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { changeBotMembership } from '../bot-membership.ts'
import { describeChat, groupAnonymousBot, type SharedChat } from '../chat-state.ts'
import { isAdmin } from '../members.ts'
import type { Params } from '../params.ts'
import type { State } from '../state.ts'
import { integer, type Method } from './method.ts'

export const getChat: Method = {
  params: { chat_id: 'chat!' },
  run: (state, params): Chat & Record<string, unknown> => ({
    ...describeChat(knownChat(state, params)),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
  }),
}

export const getChatMember: Method = {
  params: { chat_id: 'chat!', user_id: 'integer!' },
  run(state, params): ChatMember {
    const chat = knownChat(state, params)
    const id = integer(params, 'user_id') ?? 0
    if (chat.type === 'private') {
      const user = [chat.user, state.bot].find((candidate) => candidate.id === id)
      if (!user) throw badRequest('member not found')
      return { status: 'member', user }
    }
    checkListed(state, chat, id)
    const member = chat.members.get(id)
    if (member) return member
    const user = userOf(state, id)
    if (!user) throw badRequest('PARTICIPANT_ID_INVALID')
    return { status: 'left', user }
  },
}

export const getChatAdministrators: Method = {
  params: { chat_id: 'chat!' },
  run(state, params): ChatMember[] {
    const chat = sharedChat(state, params, 'there are no administrators in the private chat')
    checkListed(state, chat)
    return [...chat.members.values()].filter(
      (member) => isAdmin(member) && (!member.user.is_bot || member.user.id === state.bot.id),
    )
  },
}

export const leaveChat: Method = {
  params: { chat_id: 'chat!' },
  run(state, params) {
    const chat = sharedChat(state, params, "chat can't be left")
    writableChat(state, params)
    changeBotMembership(state, chat, { status: 'left' }, state.bot)
    return true
  },
}

function sharedChat(state: State, params: Params, refusal: string): SharedChat {
  const chat = knownChat(state, params)
  if (chat.type === 'private') throw badRequest(refusal)
  return chat
}

// Who reads a channel is for its administrators to know; oneself is no secret.
function checkListed(state: State, chat: SharedChat, id?: number): void {
  if (chat.type !== 'channel' || id === state.bot.id) return
  if (!isAdmin(chat.members.get(state.bot.id))) throw badRequest('member list is inaccessible')
}

function userOf(state: State, id: number): User | undefined {
  const chat = state.chats.get(id)
  if (chat?.type === 'private' && chat.met) return chat.user
  return [state.bot, groupAnonymousBot].find((bot) => bot.id === id)
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
    state.emit({ kind: 'action', chatId: chat.id, action })
    return true
  },
}

import type { ChatMember, User } from 'grammy/types'
import { type ChatState, describeChat, groupAnonymousBot, type SharedChat } from './chat-state.ts'
import { describeMember, isIn, type Membership } from './members.ts'
import { epochSeconds, type State } from './state.ts'
import { pushUpdate } from './updates.ts'

/** Makes the bot something else in a group or channel and tells it so. */
export function changeBotMembership(
  state: State,
  chat: SharedChat,
  membership: Membership,
  by: User,
): void {
  const before = chat.members.get(state.bot.id) ?? { status: 'left' as const, user: state.bot }
  const after = describeMember(chat, state.bot, membership)
  chat.members.set(state.bot.id, after)
  if (isIn(after)) meetEverybody(state, chat)
  const actor = chat.members.get(by.id)
  const isAnonymous = actor && 'is_anonymous' in actor && actor.is_anonymous
  tellBot(state, chat, isAnonymous ? groupAnonymousBot : by, before, after)
}

/** https://core.telegram.org/bots/api#chatmemberupdated; in a private chat a block is a kick. */
export function tellBot(
  state: State,
  chat: ChatState,
  from: User,
  before: ChatMember,
  after: ChatMember,
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  pushUpdate(state, {
    my_chat_member: {
      chat: describeChat(chat),
      from,
      date: epochSeconds(state),
      old_chat_member: before,
      new_chat_member: after,
    },
  })
}

function meetEverybody(state: State, chat: SharedChat): void {
  chat.met = true
  for (const id of chat.members.keys()) {
    const person = state.chats.get(id)
    if (person) person.met = true
  }
}

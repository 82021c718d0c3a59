import type { Chat, ChatMember, Message, ReplyKeyboardMarkup, User } from 'grammy/types'

type Common = {
  id: number
  /** By message number, in the order of sending. */
  messages: Map<number, Message>
  /** The numbers of those that the bot wrote: a post in a channel does not say so. */
  own: Set<number>
  /** The keys that the bot put in place of the person's keyboard. */
  replyKeyboard: ReplyKeyboardMarkup | null
  /** The message of the bot to which the apps make the next one an answer (`force_reply`). */
  awaitsReplyTo: Message | null
}

export type PrivateChat = Common & {
  type: 'private'
  user: User
  /** Whether the bot has come across this person, here or in a group. */
  met: boolean
  /** Whether the person has written to the bot; before, it cannot write to them. */
  started: boolean
  blocked: boolean
  /** The account is gone for good. */
  deactivated: boolean
}

export type Topic = 'open' | 'closed'

/**
 * A message between the bot and one member of a group, which no history holds
 * (https://core.telegram.org/bots/api#ephemeral-messages-and-commands).
 */
export type Ephemeral = { message: Message; personId: number; at: Temporal.Instant }

/** A group, supergroup or channel. */
export type SharedChat = Common & {
  type: 'group' | 'supergroup' | 'channel'
  title: string
  username: string | undefined
  /** Whether the bot has ever been in. */
  met: boolean
  members: Map<number, ChatMember>
  /** A forum's topics by their number; null where there are none. */
  topics: Map<number, Topic> | null
  migratedTo: number | null
  /** Supergroups and channels number their messages by themselves. */
  lastMessageId: number
  /** What the bot and single members say to each other there, by its own numbers. */
  ephemeral: Map<number, Ephemeral>
  lastEphemeralId: number
}

export type ChatState = PrivateChat | SharedChat

/** The topic that is there from the beginning; a call that means it names none. */
export const generalTopic = 1

/** In whose name anonymous admins write. */
export const groupAnonymousBot: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

/** The chat as messages show it. */
export function describeChat(chat: ChatState): Chat {
  const { id } = chat
  if (chat.type === 'private') {
    const { first_name, last_name, username } = chat.user
    return {
      id,
      type: 'private',
      first_name,
      ...(last_name && { last_name }),
      ...(username && { username }),
    }
  }
  const { title } = chat
  const name = chat.username ? { username: chat.username } : {}
  switch (chat.type) {
    case 'group':
      return { id, type: 'group', title }
    case 'supergroup':
      return { id, type: 'supergroup', title, ...name, ...(chat.topics && { is_forum: true }) }
    case 'channel':
      return { id, type: 'channel', title, ...name }
  }
}

export function emptyChat(id: number): Common {
  return { id, messages: new Map(), own: new Set(), replyKeyboard: null, awaitsReplyTo: null }
}

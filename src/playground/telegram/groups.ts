import type { Message, User } from 'grammy/types'
import { changeBotMembership } from './bot-membership.ts'
import {
  describeChat,
  emptyChat,
  generalTopic,
  groupAnonymousBot,
  type SharedChat,
  type Topic,
} from './chat-state.ts'
import { describeMember, isIn, type Membership } from './members.ts'
import type { State } from './state.ts'
import { addMessage, newMessage } from './timeline.ts'
import { pushMessage } from './updates.ts'

export type NewChat = {
  /** Negative; those of supergroups and channels begin with -100. */
  id: number
  type: SharedChat['type']
  title: string
  username?: string
  /** Whether a supergroup has topics; the general one is there at once. */
  isForum?: boolean
  /** The person who has made it. */
  creator: number
}

/** What happens to groups and channels. People must have been added; all errors are the test's own. */
export type Groups = {
  /** Adds a group or channel with its creator in it. The bot is not: add it with `setMember`. */
  addChat(chat: NewChat): void
  /** Makes a person or the bot something in a chat; of the bot's own changes it hears (`by` whom). */
  setMember(chatId: number, userId: number, membership: Membership, by?: number): void
  setTopic(chatId: number, threadId: number, topic: Topic | 'deleted'): void
  /** Upgrades a group to a supergroup: all go over, and the bot hears of it in both. */
  migrate(groupId: number, supergroupId: number): void
}

export function createGroups(state: State): Groups {
  return {
    addChat({ id, type, title, username, isForum = false, creator }) {
      const chat: SharedChat = {
        ...emptyChat(id),
        type,
        title,
        username,
        met: false,
        members: new Map(),
        topics: isForum ? new Map([[generalTopic, 'open']]) : null,
        migratedTo: null,
        lastMessageId: 0,
        ephemeral: new Map(),
        lastEphemeralId: 0,
      }
      state.chats.set(id, chat)
      const user = person(state, creator)
      chat.members.set(creator, describeMember(chat, user, { status: 'creator' }))
    },
    setMember(chatId, userId, membership, by) {
      const chat = sharedChat(state, chatId)
      if (userId === state.bot.id) {
        const actor = by === undefined ? creatorOf(chat) : person(state, by)
        changeBotMembership(state, chat, membership, actor)
        return
      }
      chat.members.set(userId, describeMember(chat, person(state, userId), membership))
      const own = state.chats.get(userId)
      if (own && isIn(chat.members.get(state.bot.id))) own.met = true
    },
    setTopic(chatId, threadId, topic) {
      const { topics } = sharedChat(state, chatId)
      if (!topics) throw new Error(`Chat ${chatId} is no forum`)
      if (topic === 'deleted') topics.delete(threadId)
      else topics.set(threadId, topic)
    },
    migrate(groupId, supergroupId) {
      const group = sharedChat(state, groupId)
      const bot = group.members.get(state.bot.id)
      const members = new Map(group.members)
      members.delete(state.bot.id)
      const supergroup: SharedChat = {
        ...group,
        ...emptyChat(supergroupId),
        type: 'supergroup',
        members,
        ephemeral: new Map(),
      }
      group.migratedTo = supergroupId
      state.chats.set(supergroupId, supergroup)
      if (!bot || !isIn(bot)) return
      // https://github.com/tdlib/telegram-bot-api/issues/266: it joins the new one, but leaves no old one.
      const status = bot.status === 'administrator' ? 'administrator' : 'member'
      changeBotMembership(state, supergroup, { status }, creatorOf(group))
      announce(state, group, { from: creatorOf(group), migrate_to_chat_id: supergroupId })
      announce(state, supergroup, {
        from: groupAnonymousBot,
        sender_chat: describeChat(supergroup),
        migrate_from_chat_id: groupId,
      })
    },
  }
}

export function sharedChat(state: State, id: number): SharedChat {
  const chat = state.chats.get(id)
  if (!chat || chat.type === 'private') throw new Error(`There is no chat ${id} in this world`)
  return chat
}

function announce(state: State, chat: SharedChat, content: Partial<Message>): void {
  const message = newMessage(state, chat, content)
  addMessage(state, chat, message)
  pushMessage(state, message)
}

function creatorOf(chat: SharedChat): User {
  const creator = [...chat.members.values()].find(({ status }) => status === 'creator')
  if (!creator) throw new Error(`Nobody has made chat ${chat.id}`)
  return creator.user
}

function person(state: State, id: number): User {
  const chat = state.chats.get(id)
  if (chat?.type !== 'private') throw new Error(`There is no person ${id} in this world`)
  return chat.user
}

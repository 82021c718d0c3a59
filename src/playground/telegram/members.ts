import type { ChatAdministratorRights, ChatMember, User } from 'grammy/types'
import type { SharedChat } from './chat-state.ts'

/** What somebody is in a group or channel; an administrator has all rights but those denied. */
export type Membership =
  | { status: 'creator' | 'administrator'; is_anonymous?: boolean; denied?: Right[] }
  | { status: 'restricted'; can_send_messages: boolean }
  | { status: 'member' | 'left' | 'kicked' }

export type Right = Exclude<keyof ChatAdministratorRights, 'is_anonymous'>

/** https://core.telegram.org/bots/api#chatmember */
export function describeMember(chat: SharedChat, user: User, membership: Membership): ChatMember {
  switch (membership.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: membership.is_anonymous ?? false }
    case 'administrator':
      return {
        status: 'administrator',
        user,
        can_be_edited: false,
        ...everyRight(chat.type),
        ...Object.fromEntries((membership.denied ?? []).map((right) => [right, false])),
        is_anonymous: membership.is_anonymous ?? false,
      }
    case 'restricted': {
      const may = membership.can_send_messages
      return {
        status: 'restricted',
        user,
        is_member: true,
        can_send_messages: may,
        can_send_audios: may,
        can_send_documents: may,
        can_send_photos: may,
        can_send_videos: may,
        can_send_video_notes: may,
        can_send_voice_notes: may,
        can_send_polls: may,
        can_send_other_messages: may,
        can_add_web_page_previews: may,
        can_react_to_messages: may,
        can_edit_tag: false,
        can_change_info: false,
        can_invite_users: false,
        can_pin_messages: false,
        can_manage_topics: false,
        until_date: 0,
      }
    }
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 }
    default:
      return { status: membership.status, user }
  }
}

function everyRight(type: SharedChat['type']) {
  return {
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: true,
    can_restrict_members: true,
    can_promote_members: true,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: true,
    can_edit_stories: true,
    can_delete_stories: true,
    can_send_welcome_messages: true,
    ...(type === 'channel'
      ? { can_post_messages: true, can_edit_messages: true }
      : { can_pin_messages: true, ...(type === 'supergroup' && { can_manage_topics: true }) }),
  }
}

export function isAdmin(member: ChatMember | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator'
}

export function isIn(member: ChatMember | undefined): boolean {
  return (
    member !== undefined &&
    member.status !== 'left' &&
    member.status !== 'kicked' &&
    (member.status !== 'restricted' || member.is_member)
  )
}

/** Whether this right is among those of an administrator; the creator has them all. */
export function hasRight(member: ChatMember | undefined, right: Right): boolean {
  if (member?.status === 'creator') return true
  return member?.status === 'administrator' && member[right] === true
}

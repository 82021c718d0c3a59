import type { Context } from 'grammy'
import type { CourantContext } from './context.ts'

/**
 * Whether the sender of an update may change the digest of a chat: anybody in their own private chat,
 * elsewhere the chat's admins. Telegram is asked each time, since admins change.
 */
export async function mayConfigure(ctx: CourantContext, chatId: number): Promise<boolean> {
  const { from, chat } = ctx
  if (!from) return false
  if (chatId > 0) return chatId === from.id
  // An anonymous admin writes as the group itself, but presses buttons under their own name.
  const message = ctx.callbackQuery ? undefined : ctx.message
  if (chat?.id === chatId && message?.sender_chat) return message.sender_chat.id === chatId
  return isChatAdmin(ctx, chatId, from.id)
}

/** Whether one of the bot's own admins sent the update, under their own name. */
export function isAdmin(ctx: Context, admins: ReadonlySet<number>): boolean {
  return ctx.from !== undefined && !ctx.message?.sender_chat && admins.has(ctx.from.id)
}

/** Whether somebody can read a channel that the bot can see: one that has a name anybody can. */
export async function mayReadChannel(
  { api }: Pick<CourantContext, 'api'>,
  channelId: number,
  userId: number,
): Promise<boolean> {
  const chat = await api.getChat(channelId).catch(() => null)
  if (chat?.type !== 'channel') return false
  if (chat.username !== undefined) return true
  const member = await api.getChatMember(channelId, userId).catch(() => null)
  return member !== null && member.status !== 'left' && member.status !== 'kicked'
}

/** Whether a person or the bot is an admin of a group or channel that the bot can see. */
export async function isChatAdmin(
  ctx: CourantContext,
  chatId: number,
  userId: number,
): Promise<boolean> {
  const member = await ctx.api.getChatMember(chatId, userId).catch(() => null)
  return member?.status === 'creator' || member?.status === 'administrator'
}

import { type Filter, Keyboard, type NextFunction } from 'grammy'
import type { ChatAdministratorRights, ChatFullInfo } from 'grammy/types'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { noteChatAdmin } from '../../serving/chat-admins.ts'
import { connectChannel } from '../../serving/subscribe.ts'
import { isChatAdmin } from '../authority.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, words } from '../say.ts'
import type { Services } from '../services.ts'
import { nameOfChannel, readNamedChannel } from '../subject.ts'

const requestId = 1

/** The rights that the bot needs in a channel, and that its admin must have (all must be named). */
const rights: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
  can_post_messages: true,
}

/** Connects a channel: one that is named, or one that is picked with a keyboard button. */
export const connect: Command = {
  name: 'connect',
  isPrivate: true,
  async handle(ctx, services) {
    const named = readNamedChannel(ctx.match)
    if (named) return connectNamed(ctx, services, named.name)
    const keyboard = new Keyboard()
      .requestChat(ctx.t('connect-button'), requestId, {
        chat_is_channel: true,
        user_administrator_rights: rights,
        bot_administrator_rights: rights,
      })
      .row()
      .text(ctx.t('connect-cancel'))
      .resized()
      .oneTime()
    await ctx.reply(words(ctx, 'connect-which'), { ...asHtml, reply_markup: keyboard })
  },
}

/** Takes the keyboard away from somebody who wants no channel. */
export async function answerConnectCancel(
  ctx: Filter<CourantContext, 'message:text'>,
  next: NextFunction,
): Promise<void> {
  await (ctx.message.text === ctx.t('connect-cancel') ? answer(ctx, 'connect-cancelled') : next())
}

/** Connects a channel if the person and the bot are both admins there; answers with the outcome. */
export async function connectNamed(
  ctx: CourantContext,
  services: Services,
  name: string | number,
): Promise<void> {
  const channel = await ctx.api.getChat(name).catch(() => null)
  if (channel?.type !== 'channel' || !ctx.from) return answer(ctx, 'connect-unknown')
  const title = channel.title ?? ''
  if (!(await isPoster(ctx, channel))) return answer(ctx, 'connect-not-poster', { title })
  if (!(await isChatAdmin(ctx, channel.id, ctx.from.id))) {
    return answer(ctx, 'connect-not-admin', { title })
  }
  const { language, from } = ctx
  const ids = { channelId: channel.id, personId: from.id }
  const subscription = await connectChannel(services, { ...ids, language })
  await noteChatAdmin(services, { personId: from.id, chatId: channel.id })
  await answer(ctx, 'connect-done', {
    title,
    name: nameOfChannel(channel),
    ...scheduleWords(subscription, ctx.t),
    next: localTime(subscription.nextSlotAt, subscription.zone, ctx.t),
  })
}

async function isPoster(ctx: CourantContext, channel: ChatFullInfo): Promise<boolean> {
  const own = await ctx.api.getChatMember(channel.id, ctx.me.id).catch(() => null)
  return own?.status === 'administrator' && own.can_post_messages === true
}

async function answer(
  ctx: CourantContext,
  key: string,
  values: Record<string, string> = {},
): Promise<void> {
  // Removes the keyboard that asked for the channel.
  const options = { ...asHtml, reply_markup: { remove_keyboard: true } as const }
  await ctx.reply(words(ctx, key, values), options)
}

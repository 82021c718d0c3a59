import type { Bot } from 'grammy'
import type { ChatMember } from 'grammy/types'
import type { Reason } from '../domain/reason.ts'
import { loseChat, moveChat, regainChat } from '../serving/chats.ts'
import type { CourantContext } from './context.ts'
import { say } from './say.ts'
import type { Services } from './services.ts'

/** Ends, restarts and moves subscriptions as the bot is blocked or removed, let in again, or a chat moves. */
export function registerMembership(bot: Bot<CourantContext>, services: Services): void {
  const { log } = services
  bot.on('my_chat_member', async (ctx) => {
    const { chat, old_chat_member: before, new_chat_member: after } = ctx.myChatMember
    const reason = whyNotWritable(after, chat.type)
    if (reason !== null) {
      if (await loseChat(services, chat.id, reason)) {
        log.info({ reason }, 'subscription ended')
      }
      return
    }
    if (await regainChat(services, chat.id)) {
      log.info('subscription came back')
    } else if (whyNotWritable(before, chat.type) !== null && chat.type.endsWith('group')) {
      await say(ctx, 'group-hello')
    }
  })

  bot.chatType('group').on('message:migrate_to_chat_id', async (ctx) => {
    await moveChat(services, { from: ctx.chat.id, to: ctx.message.migrate_to_chat_id })
  })
}

/** Why the bot cannot write to a chat of which it is this member; null if it can. */
function whyNotWritable(member: ChatMember, type: string): Reason | null {
  if (member.status === 'kicked') {
    return { code: type === 'private' ? 'bot-blocked' : 'bot-removed' }
  }
  if (member.status === 'left') return { code: 'bot-left' }
  if (member.status === 'restricted' && !member.can_send_messages) {
    return { code: 'bot-muted' }
  }
  const isPoster = member.status === 'administrator' && member.can_post_messages === true
  return type === 'channel' && !isPoster ? { code: 'bot-no-poster' } : null
}

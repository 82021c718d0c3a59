import type { Bot } from 'grammy'
import type { ChatMember } from 'grammy/types'
import { nextSlot } from '../domain/slot.ts'
import { moveChat } from '../store/move-chat.ts'
import { endSubscription, lostWishes, saveSubscription } from '../store/subscriptions.ts'
import type { CourantContext } from './context.ts'
import { say } from './say.ts'
import type { Services } from './services.ts'

/** Lets chats go and come back as the bot is blocked and unblocked, put out and let in, and moved. */
export function registerMembership(
  bot: Bot<CourantContext>,
  { db, now, log }: Pick<Services, 'db' | 'now' | 'log'>,
): void {
  bot.on('my_chat_member', async (ctx) => {
    const { chat, old_chat_member: before, new_chat_member: after } = ctx.myChatMember
    const reason = whyNotWritable(after, chat.type)
    if (reason !== null) {
      if (await endSubscription(db, chat.id, reason, now())) {
        log.info({ reason }, 'subscription ended')
      }
      return
    }
    const wishes = await lostWishes(db, chat.id)
    if (wishes) {
      const nextSlotAt = nextSlot(wishes, now()).at
      await saveSubscription(db, { ...wishes, chatId: chat.id, nextSlotAt }, now())
      log.info('subscription came back')
    } else if (whyNotWritable(before, chat.type) !== null && chat.type.endsWith('group')) {
      await say(ctx, 'group-hello')
    }
  })

  bot.chatType('group').on('message:migrate_to_chat_id', async (ctx) => {
    await moveChat(db, { from: ctx.chat.id, to: ctx.message.migrate_to_chat_id }, now())
  })
}

/** Why the bot cannot write where it is this member; null where it can. */
function whyNotWritable(member: ChatMember, type: string): string | null {
  if (member.status === 'kicked') {
    return type === 'private' ? 'the bot was blocked' : 'the bot was put out of the chat'
  }
  if (member.status === 'left') return 'the bot is not in the chat any more'
  if (member.status === 'restricted' && !member.can_send_messages) {
    return 'the bot may not write in the chat'
  }
  const isPoster = member.status === 'administrator' && member.can_post_messages === true
  return type === 'channel' && !isPoster ? 'the bot may not post in the channel' : null
}

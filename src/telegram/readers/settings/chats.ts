import { InlineKeyboard } from 'grammy'
import type { ChatTopic } from '../../../domain/subscription.ts'
import { chatsOfAdmin } from '../../../serving/chat-admins.ts'
import { activeSubscription } from '../../../serving/preferences.ts'
import { oneLine } from '../../../text/controls.ts'
import { isChatAdmin } from '../../authority.ts'
import type { Button, Press } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { editInPlace, words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { aboutChat } from '../../subject.ts'

/** Whether a private chat has others to configure from there. */
export async function hasChats(ctx: CourantContext, services: Services): Promise<boolean> {
  if (ctx.chat?.type !== 'private') return false
  return (await chatsOfAdmin(services, ctx.chat.id)).length > 0
}

/** Lists the groups, topics and channels that one may configure, each with the way to its panel. */
export const chatsButton: Button = {
  pattern: /^set:chats$/,
  async handle(ctx, services) {
    await ctx.answerCallbackQuery()
    const keyboard = new InlineKeyboard()
    const found = ctx.chat?.type === 'private' ? await chatsOfAdmin(services, ctx.from.id) : []
    const lines: string[] = []
    for (const [chatId, topics] of Map.groupBy(found, (each) => each.chatId)) {
      const title = await titleOf(ctx, chatId)
      if (title === null) continue
      for (const topic of topics) {
        keyboard.row().text(labelOf(ctx, title, topic), aboutChat(topic, 'set:'))
        lines.push(...linkTo(ctx, title, topic))
      }
    }
    const isSubscribed = await activeSubscription(services, ctx.subject)
    const shown = keyboard.inline_keyboard.flat().length
    const html = [words(ctx, shown > 0 ? 'chats-page' : 'chats-none'), ...lines].join('\n')
    if (isSubscribed) keyboard.row().text(ctx.t('chats-own'), 'set:')
    await editInPlace(ctx, html, keyboard)
  },
}

/** What a chat is called, if the one who presses may configure it. */
async function titleOf(ctx: Press, chatId: number): Promise<string | null> {
  const chat = await ctx.api.getChat(chatId).catch(() => null)
  const isTheirs = chat && (await isChatAdmin(ctx, chatId, ctx.from.id))
  return isTheirs ? oneLine(chat.title ?? String(chatId), 40) : null
}

function labelOf({ t }: CourantContext, title: string, { threadId }: ChatTopic): string {
  return threadId === null ? title : t('chats-topic', { title, topic: String(threadId) })
}

/** A topic has no name that a bot can ask for: a link shows which it is. */
function linkTo(ctx: CourantContext, title: string, { chatId, threadId }: ChatTopic): string[] {
  // Only supergroups have topics; their links leave out what their numbers begin with.
  const ofLink = -chatId - 1e12
  if (threadId === null || ofLink <= 0) return []
  const link = `https://t.me/c/${ofLink}/${threadId}`
  return [`<a href="${link}">${words(ctx, 'chats-topic', { title, topic: String(threadId) })}</a>`]
}

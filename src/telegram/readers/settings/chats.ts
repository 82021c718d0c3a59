import { InlineKeyboard } from 'grammy'
import { chatsOfAdmin } from '../../../serving/chat-admins.ts'
import { activeSubscription } from '../../../serving/preferences.ts'
import { oneLine } from '../../../text/controls.ts'
import { isChatAdmin } from '../../authority.ts'
import type { Button } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { editInPlace, words } from '../../say.ts'
import type { Services } from '../../services.ts'

/** Whether a private chat has others to configure from there. */
export async function hasChats(ctx: CourantContext, services: Services): Promise<boolean> {
  if (ctx.chat?.type !== 'private') return false
  return (await chatsOfAdmin(services, ctx.chat.id)).length > 0
}

/** Lists the groups and channels that one may configure, each with the way to its panel. */
export const chatsButton: Button = {
  pattern: /^set:chats$/,
  async handle(ctx, services) {
    await ctx.answerCallbackQuery()
    const keyboard = new InlineKeyboard()
    let shown = 0
    const chats = ctx.chat?.type === 'private' ? await chatsOfAdmin(services, ctx.from.id) : []
    for (const id of chats) {
      const chat = await ctx.api.getChat(id).catch(() => null)
      if (!chat || !(await isChatAdmin(ctx, id, ctx.from.id))) continue
      shown++
      keyboard.row().text(oneLine(chat.title ?? String(id), 40), `${id}|set:`)
    }
    const isSubscribed = await activeSubscription(services, ctx.subject)
    const html = words(ctx, shown > 0 ? 'chats-page' : 'chats-none')
    if (isSubscribed) keyboard.row().text(ctx.t('chats-own'), 'set:')
    await editInPlace(ctx, html, keyboard)
  },
}

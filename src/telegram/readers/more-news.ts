import { InlineKeyboard } from 'grammy'
import type { MessagePart } from '../../domain/delivery.ts'
import { decodeRequest } from '../../domain/digest-request.ts'
import type { Translate } from '../../domain/translate.ts'
import { pageOfNews } from '../../serving/show-news.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { asHtml, removeButtons } from '../say.ts'

/** The options for sending a part of a digest, with its `More news` button if it has one. */
export function partOptions(part: MessagePart, t: Translate) {
  if (part.more === null) return asHtml
  const { rest = 0 } = decodeRequest(part.more) ?? {}
  return {
    ...asHtml,
    reply_markup: new InlineKeyboard().text(t('more-news', { rest }), part.more),
  }
}

/** Sends the messages of a digest, in order. */
export async function sendParts(ctx: CourantContext, parts: MessagePart[]): Promise<void> {
  for (const part of parts) await ctx.reply(part.html, partOptions(part, ctx.t))
}

/** Sends the next page below, and moves the `More news` button there. */
export const moreNews: Button = {
  pattern: /^(?:page|more):/,
  async handle(ctx, services) {
    const request = decodeRequest(ctx.callbackQuery.data)
    if (!request || !ctx.chat) return expired(ctx)
    const parts = await pageOfNews(services, ctx.chat.id, request, ctx.t)
    await ctx.answerCallbackQuery()
    await removeButtons(ctx)
    await sendParts(ctx, parts)
  },
}

import { GrammyError, InlineKeyboard } from 'grammy'
import type { MessagePart } from '../../domain/delivery.ts'
import { type DigestRequest, decodeRequest, encodeLink } from '../../domain/digest-request.ts'
import type { Translate } from '../../domain/translate.ts'
import { zoneOf } from '../../serving/preferences.ts'
import { pageOfNews } from '../../serving/show-news.ts'
import type { Button, Press } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { asHtml, removeButtons } from '../say.ts'
import type { Services } from '../services.ts'

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

/**
 * Sends the next page below, and moves the `More news` button there. In a channel it answers the one who
 * presses, and leaves the channel as it is.
 */
export const moreNews: Button = {
  pattern: /^(?:page|more):/,
  async handle(ctx, services) {
    const request = decodeRequest(ctx.callbackQuery.data)
    if (!request || !ctx.chat) return expired(ctx)
    if (ctx.chat.type === 'channel') return answerInPrivate(ctx, services, request)
    const parts = await pageOfNews(services, ctx.chat.id, request, ctx.t)
    await ctx.answerCallbackQuery()
    await removeButtons(ctx)
    await sendParts(ctx, parts)
  },
}

/** Sends the next page to the person alone; one who has no chat with the bot gets a link that opens it. */
async function answerInPrivate(
  ctx: Press,
  services: Services,
  asked: DigestRequest,
): Promise<void> {
  const { id } = ctx.from
  const [own, ofChannel] = await Promise.all([
    zoneOf(services, id),
    zoneOf(services, ctx.chat?.id ?? 0),
  ])
  // By other days the stories stand in another order: from the first on, none is missed.
  const request = own === ofChannel ? asked : { ...asked, page: 0 }
  if (!(await canWriteTo(ctx, id))) {
    const url = `https://t.me/${ctx.me.username}?start=${encodeLink(request)}`
    await ctx.answerCallbackQuery({ url })
    return
  }
  const parts = await pageOfNews(services, id, request, ctx.t)
  await ctx.answerCallbackQuery({
    text: ctx.t(parts.length > 0 ? 'more-news-private' : 'latest-empty'),
  })
  for (const part of parts) await ctx.api.sendMessage(id, part.html, partOptions(part, ctx.t))
}

async function canWriteTo(ctx: Press, userId: number): Promise<boolean> {
  try {
    await ctx.api.sendChatAction(userId, 'typing')
    return true
  } catch (error) {
    const isRefused = error instanceof GrammyError && [400, 403].includes(error.error_code)
    if (isRefused) return false
    throw error
  }
}

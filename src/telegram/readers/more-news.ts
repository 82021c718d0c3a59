import { GrammyError, InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton, LinkPreviewOptions } from 'grammy/types'
import { capitalise } from '../../domain/calendar.ts'
import type { EditionPart, MessagePart } from '../../domain/delivery.ts'
import { type DigestRequest, decodeRequest, encodeLink } from '../../domain/digest-request.ts'
import type { ChatTopic } from '../../domain/subscription.ts'
import type { Translate } from '../../domain/translate.ts'
import { channelOfDigest, digestOfChannel } from '../../serving/channel-digest.ts'
import { pageOfNews } from '../../serving/show-news.ts'
import { mayReadChannel } from '../authority.ts'
import type { Button, Press } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { asHtml, removeButtons, showButtons } from '../say.ts'
import type { Services } from '../services.ts'
import { ownSubject } from '../subject.ts'

/** The options for sending a part of a digest, with its picture and its `More news` button if it has them. */
export function partOptions(part: MessagePart, t: Translate) {
  const options = { ...asHtml, link_preview_options: previewOptions(part) }
  if (part.more === null) return options
  const buttons = part.more.split(' ').map((data) => {
    const { rest = 0, day = null } = decodeRequest(data) ?? {}
    const words = day ? t('more-day', { rest, day: shortDay(day, t) }) : t('more-news', { rest })
    return InlineKeyboard.text(words, data)
  })
  return { ...options, reply_markup: inRows(buttons, 2) }
}

function previewOptions({ linkPreview = null }: MessagePart): LinkPreviewOptions {
  if (linkPreview === null || linkPreview.size === 'off') return asHtml.link_preview_options
  const { url, size, above } = linkPreview
  return { url, [`prefer_${size}_media`]: true, show_above_text: above }
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
    const parts = await requestedPage(ctx, services, request)
    if (parts.length === 0) return expired(ctx, 'more-news-gone')
    await ctx.answerCallbackQuery()
    await removePressed(ctx)
    await sendParts(ctx, parts)
  },
}

function shortDay(day: Temporal.PlainDate, t: Translate): string {
  const locale = t('date-locale')
  return capitalise(day.toLocaleString(locale, { weekday: 'short', day: 'numeric' }), locale)
}

function inRows(buttons: InlineKeyboardButton[], perRow: number): InlineKeyboard {
  const rows = Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, i) =>
    buttons.slice(i * perRow, (i + 1) * perRow),
  )
  return new InlineKeyboard(rows)
}

/** Leaves the buttons of the other days. */
async function removePressed(ctx: Press): Promise<void> {
  const { message, data } = ctx.callbackQuery
  const others = (message?.reply_markup?.inline_keyboard ?? [])
    .flat()
    .filter((button) => !('callback_data' in button) || button.callback_data !== data)
  if (others.length === 0) return removeButtons(ctx)
  await showButtons(ctx, inRows(others, 2))
}

/**
 * A page of a digest, as a button or a link asks for it. That of a channel goes on by what the channel wants, for
 * those who can read there; others begin anew with their own.
 */
export async function requestedPage(
  ctx: CourantContext,
  services: Services,
  asked: DigestRequest,
): Promise<EditionPart[]> {
  const own = ownSubject(ctx)
  if (!asked.channel) return pageOfNews(services, own, asked, ctx.t)
  const channel = await readableChannel(ctx, services, asked.channel)
  if (channel) return pageOfNews(services, channel, asked, ctx.t)
  return pageOfNews(services, own, { ...asked, page: 0, hour: null, channel: null }, ctx.t)
}

async function readableChannel(
  ctx: CourantContext,
  services: Services,
  subscriptionId: number,
): Promise<ChatTopic | null> {
  const channel = await channelOfDigest(services, subscriptionId)
  const mayRead = channel && ctx.from && (await mayReadChannel(ctx, channel.chatId, ctx.from.id))
  return mayRead ? channel : null
}

/** Sends the next page to the person alone; one who has no chat with the bot gets a link that opens it. */
async function answerInPrivate(
  ctx: Press,
  services: Services,
  asked: DigestRequest,
): Promise<void> {
  const { id } = ctx.from
  const channel = ownSubject(ctx)
  const request = { ...asked, channel: await digestOfChannel(services, channel) }
  if (!(await canWriteTo(ctx, id))) {
    await ctx.answerCallbackQuery({ url: privateLink(ctx, request) })
    return
  }
  const parts = await pageOfNews(services, channel, request, ctx.t)
  await ctx.answerCallbackQuery({
    text: ctx.t(parts.length > 0 ? 'more-news-private' : 'latest-empty'),
  })
  for (const part of parts) await ctx.api.sendMessage(id, part.html, partOptions(part, ctx.t))
}

/** Opens the private chat with the bot, and shows there what is asked for. */
export function privateLink({ me }: CourantContext, request: DigestRequest): string {
  return `https://t.me/${me.username}?start=${encodeLink(request)}`
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

import type { Filter } from 'grammy'
import type { MessageEntity } from 'grammy/types'
import { plainHtml } from '../../digests/telegram/plain-html.ts'
import { messageLimits } from '../../digests/telegram/split.ts'
import { writtenAddress } from '../../domain/address.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, say } from '../say.ts'
import type { Services } from '../services.ts'
import { firstPage, searchPage } from './search-page.ts'
import { offerSource } from './suggest.ts'

type Written = Filter<CourantContext, 'message'>

/** What people send that is no text, by the field of a message (https://core.telegram.org/bots/api#message). */
const sendable = [
  'photo',
  'sticker',
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'document',
  'location',
  'contact',
  'poll',
  'dice',
  'story',
] as const

/**
 * Answers what a person writes to the bot beside commands: an address is offered to be suggested, all
 * other text is searched for, and what is no text gets a kind word, an album one. What Telegram itself
 * notes in a chat is passed over.
 */
export function createFreeAnswers(): (ctx: Written, services: Services) => Promise<void> {
  let lastAlbum: string | undefined
  return async (ctx, services) => {
    const { text, media_group_id: album } = ctx.message
    if (text !== undefined) return answerText(ctx, services, text)
    const what = sendable.find((field) => field in ctx.message)
    if (!what || (album !== undefined && album === lastAlbum)) return
    lastAlbum = album
    await say(ctx, 'unread-message', { what })
  }
}

async function answerText(ctx: Written, services: Services, text: string): Promise<void> {
  const url = addressIn(text, ctx.message.entities)
  if (url) return offerSource(ctx, services, url)
  const { html, keyboard } = await searchPage(ctx, services, text, firstPage)
  const note = ctx.t('free-text-searched')
  const fits = plainHtml(html).length + note.length + 2 <= messageLimits.units
  await ctx.reply(fits ? `${html}\n\n${note}` : html, { ...asHtml, reply_markup: keyboard })
}

/**
 * The address that a text is, or that stands in it with its `https://`; null for none. Without that it is
 * one only where Telegram takes it for one, who knows the names of all domains: `U.S.` and `3.14` are words.
 */
function addressIn(text: string, entities: readonly MessageEntity[] | undefined): string | null {
  const whole = text.trim()
  const marks = Array.isArray(entities) ? entities : []
  const isMarked = marks.some(({ type, length }) => type === 'url' && length === whole.length)
  if (isMarked) return writtenAddress(whole)
  const [found] = /(?<!\S)https?:\/\/\S+/i.exec(whole) ?? []
  return found === undefined ? null : writtenAddress(found)
}

/** Answers what somebody did not write themselves: a channel whose post it is can be suggested. */
export async function answerSecondHand(ctx: Written, services: Services): Promise<void> {
  const { forward_origin: origin } = ctx.message
  if (origin?.type !== 'channel') return say(ctx, 'second-hand')
  const { username = '' } = origin.chat
  if (!/^[a-z]\w{3,31}$/i.test(username)) return say(ctx, 'forward-private')
  await offerSource(ctx, services, `https://t.me/${username}`)
}

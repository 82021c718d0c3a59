import type { Filter, NextFunction } from 'grammy'
import type { Message } from 'grammy/types'
import { wordJoiner } from '../../digests/telegram/markup.ts'
import { followSearch } from '../../serving/follows.ts'
import { zoneOf } from '../../serving/preferences.ts'
import { understandQuestion } from '../../serving/understand-question.ts'
import { printQuestion } from '../../text/question/print.ts'
import type { Command, Press } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { orForAll } from '../ephemeral.ts'
import { expired } from '../presses.ts'
import { ask } from '../questions.ts'
import { asHtml, editInPlace } from '../say.ts'
import type { Services } from '../services.ts'
import { ownSubject } from '../subject.ts'
import { meantData, withoutData, withoutPart } from './search-nothing.ts'
import { firstPage, followData, type Place, pageData, searchPage } from './search-page.ts'

export const search: Command = {
  name: 'search',
  async handle(ctx, services) {
    const query = ctx.match.trim()
    await (query ? showResults(ctx, services, query) : ask(ctx, 'search-usage'))
  },
  buttons: [
    {
      pattern: pageData,
      handle: (ctx, services) => {
        const [, offset, mark] = ctx.match
        const order = mark ? 'relevance' : 'newest'
        return turnTo(ctx, services, boldWords(ctx)[0], { offset: Number(offset), order })
      },
    },
    {
      pattern: withoutData,
      async handle(ctx, services) {
        const [typed] = boldWords(ctx)
        const zone = await zoneOf(services, ownSubject(ctx))
        const understood = understandQuestion(typed ?? '', { now: services.now(), zone })
        const rest =
          understood.kind === 'question' && withoutPart(understood.question, ctx.match[1] ?? '')
        return turnTo(ctx, services, rest ? printQuestion(rest) : undefined, firstPage)
      },
    },
    {
      pattern: meantData,
      handle: (ctx, services) =>
        turnTo(ctx, services, boldWords(ctx)[Number(ctx.match[1]) + 1], firstPage),
    },
    { pattern: new RegExp(`^${followData}$`), handle: saveSearch },
  ],
}

/** Follows the question of the page whose button was pressed. */
async function saveSearch(ctx: Press, services: Services): Promise<void> {
  const [typed] = boldWords(ctx)
  if (!typed || ctx.chat?.type !== 'private') return expired(ctx)
  const zone = await zoneOf(services, ctx.subject)
  const understood = understandQuestion(typed, { now: services.now(), zone })
  if (understood.kind !== 'question') return expired(ctx)
  const { kind } = await followSearch(services, ctx.subject, understood.question, zone)
  const key = kind === 'too-many' || kind === 'empty' ? `paper-${kind}` : `search-follow-${kind}`
  await ctx.answerCallbackQuery({ text: ctx.t(key), show_alert: true })
}

/** Shows another page, or the answer to another question, in place of the one whose button was pressed. */
async function turnTo(
  ctx: Filter<CourantContext, 'callback_query'>,
  services: Services,
  question: string | undefined,
  place: Place,
): Promise<void> {
  if (!question) return expired(ctx)
  const page = await searchPage(ctx, services, question, place)
  if (page.failure) {
    await ctx.answerCallbackQuery({ text: page.failure, show_alert: true })
    return
  }
  await ctx.answerCallbackQuery()
  await editInPlace(ctx, page.html, page.keyboard)
}

/** Searches for the words with which somebody answers a `/search` without any. */
export async function answerSearch(
  ctx: Filter<CourantContext, 'message:text'>,
  services: Services,
  next: NextFunction,
): Promise<void> {
  const { text, reply_to_message: asked } = ctx.message
  // What replies to an ephemeral message may come without it, and no other question is asked by one.
  const isAnswer =
    (asked?.from?.id === ctx.me.id && asked.text === ctx.t('search-usage')) ||
    (ctx.isEphemeral && !text.startsWith('/'))
  await (isAnswer ? orForAll(ctx, services, () => showResults(ctx, services, text)) : next())
}

const command = /^\/search(?:@\w+)?\s+(?=\S)/i

/**
 * Whether somebody has changed, in their own name, the words of a `/search`, or words that they wrote to the
 * bot without any command; what answers a question of the bot is none of these.
 */
export function isEditedQuestion(message: Message | undefined): boolean {
  if (!message?.text) return false
  if (message.forward_origin || message.via_bot || message.from?.is_bot !== false) return false
  if (command.test(message.text)) return true
  const isAnswer = message.reply_to_message !== undefined
  const isAddress = message.entities?.some(({ type }) => type === 'url') ?? false
  return message.chat.type === 'private' && !message.text.startsWith('/') && !isAnswer && !isAddress
}

/** Answers a question anew whose words were changed; what is said of the one before stays. */
export function answerEdited(
  ctx: Filter<CourantContext, 'edited_message:text'>,
  services: Services,
): Promise<void> {
  const question = ctx.editedMessage.text.replace(command, '')
  return orForAll(ctx, services, () => showResults(ctx, services, question))
}

async function showResults(
  ctx: CourantContext,
  services: Services,
  question: string,
): Promise<void> {
  const page = await searchPage(ctx, services, question, firstPage)
  await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
}

// The message is the bot's own, so its first bold words are the reader's question.
function boldWords(ctx: Filter<CourantContext, 'callback_query'>): string[] {
  const message: object = ctx.callbackQuery.message ?? {}
  if (!('text' in message) || !('entities' in message)) return []
  const { text, entities } = message
  if (typeof text !== 'string' || !Array.isArray(entities)) return []
  const marks = entities.filter((entity) => entity.type === 'bold')
  // Without what keeps foreign words from becoming links (digests/telegram/markup.ts).
  return marks.map((mark) =>
    text.slice(mark.offset, mark.offset + mark.length).replaceAll(wordJoiner, ''),
  )
}

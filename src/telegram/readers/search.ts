import type { Filter, NextFunction } from 'grammy'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace } from '../say.ts'
import type { Services } from '../services.ts'
import { pageData, searchPage } from './search-page.ts'

export const search: Command = {
  name: 'search',
  async handle(ctx, services) {
    const query = ctx.match.trim()
    if (query) return showResults(ctx, services, query)
    // The question is known again by its words, so it bears no marks.
    await ctx.reply(ctx.t('search-usage'), {
      reply_markup: { force_reply: true, selective: true },
      reply_parameters: { message_id: ctx.msg.message_id, allow_sending_without_reply: true },
    })
  },
  buttons: [
    {
      pattern: pageData,
      async handle(ctx, services) {
        const { message } = ctx.callbackQuery
        const question = message && boldWords(message)
        if (!question) return expired(ctx)
        const page = await searchPage(ctx, services, question, Number(ctx.match[1]))
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, page.html, page.keyboard)
      },
    },
  ],
}

/** Searches for the words with which somebody answers a `/search` without any. */
export async function answerSearch(
  ctx: Filter<CourantContext, 'message:text'>,
  services: Services,
  next: NextFunction,
): Promise<void> {
  const { text, reply_to_message: asked } = ctx.message
  const isAnswer = asked?.from?.id === ctx.me.id && asked.text === ctx.t('search-usage')
  await (isAnswer ? showResults(ctx, services, text) : next())
}

async function showResults(
  ctx: CourantContext,
  services: Services,
  question: string,
): Promise<void> {
  const page = await searchPage(ctx, services, question, 0)
  await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
}

// The message is the bot's own, so its first bold words are the reader's question.
function boldWords(message: object): string | null {
  if (!('text' in message) || !('entities' in message)) return null
  const { text, entities } = message
  if (typeof text !== 'string' || !Array.isArray(entities)) return null
  const mark = entities.find((entity) => entity.type === 'bold')
  return mark ? text.slice(mark.offset, mark.offset + mark.length) : null
}

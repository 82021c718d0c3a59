import type { Command } from '../command.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, say } from '../say.ts'
import { pageData, searchPage } from './search-page.ts'

export const search: Command = {
  name: 'search',
  async handle(ctx, services) {
    const query = ctx.match.trim()
    if (!query) return say(ctx, 'search-usage')
    const page = await searchPage(ctx, services, query, 0)
    await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
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

// The message is the bot's own, so its first bold words are the reader's question.
function boldWords(message: object): string | null {
  if (!('text' in message) || !('entities' in message)) return null
  const { text, entities } = message
  if (typeof text !== 'string' || !Array.isArray(entities)) return null
  const mark = entities.find((entity) => entity.type === 'bold')
  return mark ? text.slice(mark.offset, mark.offset + mark.length) : null
}

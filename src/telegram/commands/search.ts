import type { Command } from '../command.ts'
import { asHtml, say } from '../say.ts'
import { longestQuery, searchPage } from '../search-page.ts'

export const search: Command = {
  name: 'search',
  audience: 'reader',
  async handle(ctx, services) {
    const query = ctx.match.replace(/\s+/g, ' ').trim()
    if (!query) return say(ctx, 'search-usage')
    if (!/[\p{L}\p{N}]/u.test(query)) return say(ctx, 'search-no-words', { input: query })
    if (query.length > longestQuery) return say(ctx, 'search-long', { limit: longestQuery })
    const page = await searchPage(ctx, services, query, 0)
    await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
  },
}

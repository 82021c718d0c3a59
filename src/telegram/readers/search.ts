import type { Command } from '../command.ts'
import { asHtml, say } from '../say.ts'
import { searchPage } from './search-page.ts'

export const search: Command = {
  name: 'search',
  audience: 'reader',
  async handle(ctx, services) {
    const query = ctx.match.trim()
    if (!query) return say(ctx, 'search-usage')
    const page = await searchPage(ctx, services, query, 0)
    await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
  },
}

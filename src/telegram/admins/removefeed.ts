import { InlineKeyboard } from 'grammy'
import { removeFeed, restoreFeed } from '../../editing/feeds.ts'
import type { Command } from '../command.ts'
import { expired, freshFeeds } from '../presses.ts'
import { editInPlace, say, words } from '../say.ts'

/** Hides a feed, with a button that restores it. */
export const removefeed: Command = {
  name: 'removefeed',
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (!/^\d{1,9}$/.test(input)) return say(ctx, 'removefeed-usage')
    const feed = await removeFeed(services, Number(input))
    if (!feed) return say(ctx, 'removefeed-none', { id: input })
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-removefeed:${feed.id}`)
    await say(ctx, 'removefeed-done', { title: feed.title }, undo)
  },
  buttons: [
    {
      pattern: /^undo-removefeed:(\d{1,9})$/,
      async handle(ctx, services) {
        const feed = await restoreFeed(services, Number(ctx.match[1]))
        if (!feed) return expired(ctx, 'undo-gone', freshFeeds)
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, 'removefeed-undone', { title: feed.title }))
      },
    },
  ],
}

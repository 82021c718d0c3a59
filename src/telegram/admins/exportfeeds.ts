import { InputFile } from 'grammy'
import { exportFeeds } from '../../editing/export-feeds.ts'
import type { Command } from '../command.ts'
import { asHtml, say, words } from '../say.ts'

/** Sends the feeds as a file that this bot and other programs can read. */
export const exportfeeds: Command = {
  name: 'exportfeeds',
  async handle(ctx, services) {
    const { opml, feeds } = await exportFeeds(services)
    if (feeds === 0) return say(ctx, 'feeds-none')
    const caption = words(ctx, 'exportfeeds-done', { count: feeds })
    const { parse_mode } = asHtml
    await ctx.replyWithDocument(new InputFile(Buffer.from(opml), 'feeds.opml'), {
      caption,
      parse_mode,
    })
  },
}

import { hasFeeds } from '../../editing/feeds.ts'
import type { Command } from '../command.ts'
import { asHtml, say, words } from '../say.ts'

/** Fetches all feeds now; the message that says so is edited to show the result. */
export const refresh: Command = {
  name: 'refresh',
  async handle(ctx, services) {
    if (!(await hasFeeds(services))) return say(ctx, 'feeds-none')
    const message = await ctx.reply(words(ctx, 'refresh-started'))
    const show = (html: string) =>
      ctx.api.editMessageText(ctx.chat.id, message.message_id, html, asHtml)
    const finish = async () => {
      try {
        const report = await services.refresh()
        await show(
          words(ctx, 'refresh-done', {
            feeds: report.read + report.unchanged + report.failed,
            articles: report.newArticles,
            failed: report.failed,
          }),
        )
      } catch (error) {
        await show(words(ctx, 'something-wrong'))
        throw error
      }
    }
    // It may take minutes, and the admin may want other things meanwhile.
    services.background(finish())
  },
}

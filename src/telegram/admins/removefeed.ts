import { InlineKeyboard } from 'grammy'
import { listFeeds, setFeedRemoved } from '../../store/feeds.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Takes a feed out of sight, with a button that brings it back. */
export const removefeed: Command = {
  name: 'removefeed',
  audience: 'admin',
  async handle(ctx, { db, now }) {
    const input = ctx.match.trim()
    if (!/^\d{1,9}$/.test(input)) return say(ctx, 'removefeed-usage')
    const feed = (await listFeeds(db)).find(({ id }) => id === Number(input))
    if (!feed) return say(ctx, 'removefeed-none', { id: input })
    await setFeedRemoved(db, feed.id, now())
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-removefeed:${feed.id}`)
    await say(ctx, 'removefeed-done', { title: feed.title }, undo)
  },
}

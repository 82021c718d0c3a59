import { listFeeds, setFeedWeight } from '../../store/feeds.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Says how much a feed's articles count among the stories of a day. */
export const weighfeed: Command = {
  name: 'weighfeed',
  async handle(ctx, { db }) {
    const [, id, number = ''] = /^(\d{1,9})\s+(\d{1,2}(?:[.,]\d)?)$/.exec(ctx.match.trim()) ?? []
    const weight = Number(number.replace(',', '.'))
    if (!id || weight < 0.1 || weight > 10) return say(ctx, 'weighfeed-usage')
    const feed = (await listFeeds(db)).find((candidate) => candidate.id === Number(id))
    if (!feed) return say(ctx, 'removefeed-none', { id })
    await setFeedWeight(db, feed.id, weight)
    const key = weight === 1 ? 'weighfeed-usual' : 'weighfeed-done'
    await say(ctx, key, { title: feed.title, weight: String(weight) })
  },
}

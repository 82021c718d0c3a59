import { weighFeed } from '../../editing/feeds.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Sets the weight of a feed's articles in the ranking of a day's stories. */
export const weighfeed: Command = {
  name: 'weighfeed',
  async handle(ctx, services) {
    const [, id, number = ''] = /^(\d{1,9})\s+(\d{1,2}(?:[.,]\d)?)$/.exec(ctx.match.trim()) ?? []
    const weight = Number(number.replace(',', '.'))
    if (!id) return say(ctx, 'weighfeed-usage')
    const outcome = await weighFeed(services, { id: Number(id), weight })
    if (outcome.kind === 'out-of-range') return say(ctx, 'weighfeed-usage')
    if (outcome.kind === 'unknown') return say(ctx, 'removefeed-none', { id })
    const key = weight === 1 ? 'weighfeed-usual' : 'weighfeed-done'
    await say(ctx, key, { title: outcome.feed.title, weight: String(weight) })
  },
}

import { latestNews } from '../../serving/show-news.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { dayButton, showDay } from './by-day.ts'
import { moreNews, sendParts } from './more-news.ts'

/** Shows today's and yesterday's news, subscribed or not; with words, that of a day or of a source. */
export const latest: Command = {
  name: 'latest',
  answersChannels: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (input) return showDay(ctx, services, input)
    const { parts } = await latestNews(services, ctx.subject, ctx.t)
    if (parts.length === 0) return say(ctx, 'latest-empty')
    await sendParts(ctx, parts)
  },
  buttons: [moreNews, dayButton],
}

/** The same for yesterday, of all or of a source. */
export const yesterday: Command = {
  name: 'yesterday',
  handle: (ctx, services) => showDay(ctx, services, `yesterday ${ctx.match}`.trim()),
}

import { latestNews } from '../../serving/show-news.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { moreNews, sendParts } from './more-news.ts'

/** Shows today's and yesterday's news, subscribed or not. */
export const latest: Command = {
  name: 'latest',
  answersChannels: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (input) return say(ctx, 'latest-words', { input })
    const { parts } = await latestNews(services, ctx.chat.id, ctx.t)
    if (parts.length === 0) return say(ctx, 'latest-empty')
    await sendParts(ctx, parts)
  },
  buttons: [moreNews],
}

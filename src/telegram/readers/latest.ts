import { InlineKeyboard } from 'grammy'
import { latestInShort, latestNews } from '../../serving/show-news.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { say } from '../say.ts'
import type { Services } from '../services.ts'
import { isInGroup } from '../subject.ts'
import { dayButton, showDay } from './by-day.ts'
import { moreNews, partOptions, privateLink, sendParts } from './more-news.ts'

/** Shows today's and yesterday's news, subscribed or not; with words, that of a day or of a source. */
export const latest: Command = {
  name: 'latest',
  answersChannels: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (input) return showDay(ctx, services, input)
    if (isInGroup(ctx)) return showInShort(ctx, services)
    const { parts } = await latestNews(services, ctx.subject, ctx.t)
    if (parts.length === 0) return say(ctx, 'latest-empty')
    await sendParts(ctx, parts)
  },
  buttons: [moreNews, dayButton],
}

/** One message, so that one person's question does not fill the group, and the way to all in private. */
async function showInShort(ctx: CourantContext, services: Services): Promise<void> {
  const short = await latestInShort(services, ctx.subject, ctx.t)
  if (!short) return say(ctx, 'latest-empty')
  const all = new InlineKeyboard().url(ctx.t('latest-private'), privateLink(ctx, short.whole))
  await ctx.reply(short.part.html, { ...partOptions(short.part, ctx.t), reply_markup: all })
}

/** The same for yesterday, of all or of a source. */
export const yesterday: Command = {
  name: 'yesterday',
  handle: (ctx, services) => showDay(ctx, services, `yesterday ${ctx.match}`.trim()),
}

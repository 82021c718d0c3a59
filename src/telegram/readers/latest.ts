import { InlineKeyboard } from 'grammy'
import { latestInShort, latestNews } from '../../serving/show-news.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { say } from '../say.ts'
import type { Services } from '../services.ts'
import { isSeenByOthers, ownSubject } from '../subject.ts'
import { dayButton, showDay } from './by-day.ts'
import { moreNews, partOptions, privateLink, sendParts } from './more-news.ts'

/** Shows today's and yesterday's news, subscribed or not; with words, that of a day or of a source. */
export const latest: Command = {
  name: 'latest',
  answersChannels: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    await (input ? showDay(ctx, services, input) : showLatest(ctx, services))
  },
  buttons: [
    moreNews,
    dayButton,
    {
      pattern: /^show:latest$/,
      async handle(ctx, services) {
        // Nobody asks in a channel.
        if (ctx.chat?.type === 'channel') return expired(ctx)
        await ctx.answerCallbackQuery()
        await showLatest(ctx, services)
      },
    },
  ],
}

async function showLatest(ctx: CourantContext, services: Services): Promise<void> {
  if (isSeenByOthers(ctx)) return showInShort(ctx, services)
  const { parts } = await latestNews(services, ownSubject(ctx), ctx.t)
  if (parts.length === 0) return say(ctx, 'latest-empty')
  await sendParts(ctx, parts)
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

import { composeEdition, requestOfNow } from '../../serving/compose-edition.ts'
import { rememberedWishes } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { moreNews, sendParts } from './more-news.ts'

/** Shows today's and yesterday's news, subscribed or not. */
export const latest: Command = {
  name: 'latest',
  async handle(ctx, { db, now, log, defaults }) {
    const { zone } = (await rememberedWishes(db, ctx.chat.id)) ?? defaults
    const composing = { db, log, now: now(), t: ctx.t }
    const parts = await composeEdition(composing, await requestOfNow(db, composing.now), zone)
    if (parts.length === 0) return say(ctx, 'latest-empty')
    await sendParts(ctx, parts)
  },
  buttons: [moreNews],
}

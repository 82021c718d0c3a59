import { composeEdition, requestOfNow } from '../../jobs/compose-edition.ts'
import { rememberedWishes } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { say, sendParts } from '../say.ts'

/** Shows today's and yesterday's news, subscribed or not. */
export const latest: Command = {
  name: 'latest',
  audience: 'reader',
  async handle(ctx, { db, now, defaults }) {
    const { zone } = (await rememberedWishes(db, ctx.chat.id)) ?? defaults
    const parts = await composeEdition(db, await requestOfNow(db, now()), zone, ctx.t)
    if (parts.length === 0) return say(ctx, 'latest-empty')
    await sendParts(ctx, parts)
  },
}

import { nextSlot } from '../../domain/slot.ts'
import { composeEdition, digestDays } from '../../jobs/compose-edition.ts'
import {
  findSubscription,
  recordCovered,
  rememberedWishes,
  saveSubscription,
} from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { hhmm, localTime } from '../local-time.ts'
import { say, sendParts } from '../say.ts'

/** Subscribes the chat, with the hour and zone it once chose, and sends today's digest at once. */
export const start: Command = {
  name: 'start',
  audience: 'reader',
  async handle(ctx, { db, now, defaults }) {
    const at = now()
    const before = await findSubscription(db, ctx.chat.id)
    const { zone, time } = (await rememberedWishes(db, ctx.chat.id)) ?? defaults
    const next = nextSlot(time, zone, at)
    await saveSubscription(db, { chatId: ctx.chat.id, zone, time, nextSlotAt: next.at }, at)

    await say(ctx, before ? 'start-again' : 'start-welcome', { time: hhmm(time), zone })
    const request = { asOf: at, days: digestDays, seenAfter: null, offset: 0 }
    const parts = await composeEdition(db, request, zone, ctx.t)
    if (parts.length === 0)
      return say(ctx, 'start-empty', { next: localTime(next.at, zone, ctx.t) })
    await sendParts(ctx, parts)
    await recordCovered(db, ctx.chat.id, at)
  },
}

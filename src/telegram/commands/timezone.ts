import { clockTime, readZone } from '../../domain/calendar.ts'
import { nextSlot } from '../../domain/slot.ts'
import { findSubscription, rememberedWishes, saveSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { keepForStart } from '../keep-for-start.ts'
import { localTime } from '../local-time.ts'
import { say } from '../say.ts'

export const timezone: Command = {
  name: 'timezone',
  audience: 'reader',
  async handle(ctx, { db, now }) {
    const chatId = ctx.chat.id
    const wishes = await rememberedWishes(db, chatId)
    if (!wishes) return say(ctx, 'not-subscribed')
    const { time } = wishes
    const input = ctx.match.trim()
    const chosen = readZone(input)
    if (input && !chosen) return say(ctx, 'timezone-wrong', { input })
    const zone = chosen ?? wishes.zone
    if (!(await findSubscription(db, chatId))) return keepForStart(ctx, db, { zone, time })
    if (!chosen) return say(ctx, 'timezone-now', { zone })
    const next = nextSlot(time, zone, now())
    await saveSubscription(db, { chatId, zone, time, nextSlotAt: next.at }, now())
    await say(ctx, 'timezone-done', {
      zone,
      clock: clockTime(now(), zone),
      next: localTime(next.at, zone, ctx.t),
    })
  },
}

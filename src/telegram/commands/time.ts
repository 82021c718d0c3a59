import { readTimeOfDay } from '../../domain/calendar.ts'
import { nextSlot } from '../../domain/slot.ts'
import { findSubscription, rememberedWishes, saveSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { keepForStart } from '../keep-for-start.ts'
import { hhmm, localTime } from '../local-time.ts'
import { say } from '../say.ts'

export const time: Command = {
  name: 'time',
  audience: 'reader',
  async handle(ctx, { db, now }) {
    const chatId = ctx.chat.id
    const wishes = await rememberedWishes(db, chatId)
    if (!wishes) return say(ctx, 'not-subscribed')
    const { zone } = wishes
    const input = ctx.match.trim()
    const chosen = readTimeOfDay(input)
    if (input && !chosen) return say(ctx, 'time-wrong', { input })
    const time = chosen ?? wishes.time
    if (!(await findSubscription(db, chatId))) return keepForStart(ctx, db, { zone, time })
    if (!chosen) return say(ctx, 'time-now', { time: hhmm(time), zone })
    const next = nextSlot(time, zone, now())
    await saveSubscription(db, { chatId, zone, time, nextSlotAt: next.at }, now())
    await say(ctx, 'time-done', {
      time: hhmm(time),
      zone,
      next: localTime(next.at, zone, ctx.t),
    })
  },
}

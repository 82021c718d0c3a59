import { readTimeOfDay } from '../../domain/calendar.ts'
import { nextSlot } from '../../domain/slot.ts'
import { findSubscription, saveSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { localTime } from '../local-time.ts'
import { say } from '../say.ts'

export const time: Command = {
  name: 'time',
  audience: 'reader',
  async handle(ctx, { db, now }) {
    const subscription = await findSubscription(db, ctx.chat.id)
    if (!subscription) return say(ctx, 'not-subscribed')
    const { chatId, zone } = subscription
    const input = ctx.match.trim()
    if (!input) return say(ctx, 'time-now', { time: hhmm(subscription.time), zone })
    const chosen = readTimeOfDay(input)
    if (!chosen) return say(ctx, 'time-wrong', { input })
    const next = nextSlot(chosen, zone, now())
    await saveSubscription(db, { chatId, zone, time: chosen, nextSlotAt: next.at }, now())
    await say(ctx, 'time-done', {
      time: hhmm(chosen),
      zone,
      next: localTime(next.at, zone, ctx.t),
    })
  },
}

function hhmm(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

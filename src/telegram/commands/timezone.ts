import { clockTime, readZone } from '../../domain/calendar.ts'
import { changeSchedule } from '../../jobs/change-schedule.ts'
import { findSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { localTime } from '../local-time.ts'
import { say } from '../say.ts'

export const timezone: Command = {
  name: 'timezone',
  audience: 'reader',
  configures: true,
  async handle(ctx, { db, now }) {
    const subscription = await findSubscription(db, ctx.subject.chatId)
    if (!subscription) return say(ctx, 'not-subscribed')
    const input = ctx.match.trim()
    if (!input) return say(ctx, 'timezone-now', { zone: subscription.zone })
    const zone = readZone(input)
    if (!zone) return say(ctx, 'timezone-wrong', { input })
    const { nextSlotAt } = await changeSchedule(db, subscription, { zone }, now())
    await say(ctx, 'timezone-done', {
      zone,
      clock: clockTime(now(), zone),
      next: localTime(nextSlotAt, zone, ctx.t),
    })
  },
}

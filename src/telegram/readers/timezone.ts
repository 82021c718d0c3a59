import { clockTime, readZone } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { changeSchedule } from '../../serving/change-schedule.ts'
import { findSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { keepForStart } from '../keep-for-start.ts'
import { say } from '../say.ts'

export const timezone: Command = {
  name: 'timezone',
  configures: true,
  async handle(ctx, { db, now }) {
    const input = ctx.match.trim()
    const zone = readZone(input)
    if (input && !zone) return say(ctx, 'timezone-wrong', { input })
    const subscription = await findSubscription(db, ctx.subject.chatId)
    if (!subscription) return keepForStart(ctx, db, zone ? { zone } : {})
    if (!zone) return say(ctx, 'timezone-now', { zone: subscription.zone })
    const changed = await changeSchedule(db, subscription, { zone }, now())
    await say(ctx, 'timezone-done', {
      zone,
      clock: clockTime(now(), zone),
      next: localTime(nextDigestAt(changed), zone, ctx.t),
    })
  },
}

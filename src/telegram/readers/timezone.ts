import { clockTime, readZone } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { keepForStart } from './keep-for-start.ts'

export const timezone: Command = {
  name: 'timezone',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const zone = readZone(input)
    if (input && !zone) return say(ctx, 'timezone-wrong', { input })
    const subscription = await activeSubscription(services, ctx.subject.chatId)
    if (!subscription) return keepForStart(ctx, services, zone ? { zone } : {})
    if (!zone) return say(ctx, 'timezone-now', { zone: subscription.zone })
    const changed = await changePreferences(services, subscription, { zone })
    await say(ctx, 'timezone-done', {
      zone,
      clock: clockTime(services.now(), zone),
      next: localTime(nextDigestAt(changed), zone, ctx.t),
    })
  },
}

import { readTimesOfDay } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { keepForStart } from './keep-for-start.ts'

export const time: Command = {
  name: 'time',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const times = readTimesOfDay(input)
    if (input && !times) return say(ctx, 'time-wrong', { input })
    const subscription = await activeSubscription(services, ctx.subject.chatId)
    if (!subscription) return keepForStart(ctx, services, times ? { times } : {})
    if (!times) return say(ctx, 'time-now', scheduleWords(subscription, ctx.t))
    const changed = await changePreferences(services, subscription, { times })
    await say(ctx, 'time-done', {
      ...scheduleWords(changed, ctx.t),
      next: localTime(nextDigestAt(changed), changed.zone, ctx.t),
    })
  },
}

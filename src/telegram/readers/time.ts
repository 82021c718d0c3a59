import { readTimesOfDay } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { changeSchedule } from '../../serving/change-schedule.ts'
import { findSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { keepForStart } from '../keep-for-start.ts'
import { say } from '../say.ts'

export const time: Command = {
  name: 'time',
  configures: true,
  async handle(ctx, { db, now }) {
    const input = ctx.match.trim()
    const times = readTimesOfDay(input)
    if (input && !times) return say(ctx, 'time-wrong', { input })
    const subscription = await findSubscription(db, ctx.subject.chatId)
    if (!subscription) return keepForStart(ctx, db, times ? { times } : {})
    if (!times) return say(ctx, 'time-now', scheduleWords(subscription, ctx.t))
    const changed = await changeSchedule(db, subscription, { times }, now())
    await say(ctx, 'time-done', {
      ...scheduleWords(changed, ctx.t),
      next: localTime(nextDigestAt(changed), changed.zone, ctx.t),
    })
  },
}

import { localTime } from '../../i18n/local-time.ts'
import { changeSchedule } from '../../serving/change-schedule.ts'
import { findSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Ends a pause. */
export const resume: Command = {
  name: 'resume',
  configures: true,
  async handle(ctx, { db, now }) {
    const subscription = await findSubscription(db, ctx.subject.chatId)
    if (!subscription) return say(ctx, 'not-subscribed')
    const { zone, nextSlotAt } = await changeSchedule(
      db,
      subscription,
      { pausedUntil: null },
      now(),
    )
    await say(ctx, 'resume-done', { next: localTime(nextSlotAt, zone, ctx.t) })
  },
}

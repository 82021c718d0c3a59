import { localTime } from '../../i18n/local-time.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Ends a pause. */
export const resume: Command = {
  name: 'resume',
  configures: true,
  async handle(ctx, services) {
    const subscription = await activeSubscription(services, ctx.subject)
    if (!subscription) return say(ctx, 'not-subscribed')
    const changed = await changePreferences(services, subscription, { pausedUntil: null })
    await say(ctx, 'resume-done', { next: localTime(changed.nextSlotAt, changed.zone, ctx.t) })
  },
}

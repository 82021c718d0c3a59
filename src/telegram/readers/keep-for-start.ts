import type { Schedule } from '../../domain/schedule.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { saveForRestart } from '../../serving/preferences.ts'
import type { CourantContext } from '../context.ts'
import { say } from '../say.ts'
import type { Services } from '../services.ts'

/**
 * Answers a chat that is not subscribed: saves what it chose, if anything, and says that /start restarts
 * the digest with it. A chat that was never subscribed is asked to subscribe.
 */
export async function keepForStart(
  ctx: CourantContext,
  services: Services,
  chosen: Partial<Pick<Schedule, 'zone' | 'times'>>,
): Promise<void> {
  const saved = await saveForRestart(services, ctx.subject, chosen)
  await (saved
    ? say(ctx, 'schedule-kept', scheduleWords(saved, ctx.t))
    : say(ctx, 'not-subscribed'))
}

import type { Schedule } from '../../domain/schedule.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { keepForLater } from '../../serving/preferences.ts'
import type { CourantContext } from '../context.ts'
import { say } from '../say.ts'
import type { Services } from '../services.ts'

/**
 * Answers a chat that gets no digests: keeps what it chose, if anything, and says that /start brings
 * the digest back so. A chat that never had one is told to begin.
 */
export async function keepForStart(
  ctx: CourantContext,
  services: Services,
  chosen: Partial<Pick<Schedule, 'zone' | 'times'>>,
): Promise<void> {
  const kept = await keepForLater(services, ctx.subject.chatId, chosen)
  await (kept ? say(ctx, 'schedule-kept', scheduleWords(kept, ctx.t)) : say(ctx, 'not-subscribed'))
}

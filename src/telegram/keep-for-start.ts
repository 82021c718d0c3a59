import type { Schedule } from '../domain/schedule.ts'
import { scheduleWords } from '../i18n/schedule-words.ts'
import { keepSchedule, rememberedWishes } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'
import type { CourantContext } from './context.ts'
import { say } from './say.ts'

/**
 * Answers a chat that gets no digests: keeps what it chose, if anything, and says that /start brings
 * the digest back so. A chat that never had one is told to begin.
 */
export async function keepForStart(
  ctx: CourantContext,
  db: Database,
  chosen: Partial<Pick<Schedule, 'zone' | 'times'>>,
): Promise<void> {
  const { chatId } = ctx.subject
  const before = await rememberedWishes(db, chatId)
  if (!before) return say(ctx, 'not-subscribed')
  const schedule = { ...before, ...chosen }
  await keepSchedule(db, chatId, schedule)
  await say(ctx, 'schedule-kept', scheduleWords(schedule, ctx.t))
}

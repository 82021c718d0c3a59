import type { Subscription } from '../domain/subscription.ts'
import { keepWishes } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'
import type { CourantContext } from './context.ts'
import { hhmm } from './local-time.ts'
import { say } from './say.ts'

/** Keeps the wishes of a chat whose digest is stopped, and says that /start brings it back so. */
export async function keepForStart(
  ctx: CourantContext,
  db: Database,
  wishes: Pick<Subscription, 'zone' | 'time'>,
): Promise<void> {
  if (ctx.chat) await keepWishes(db, ctx.chat.id, wishes)
  await say(ctx, 'wishes-kept', { time: hhmm(wishes.time), zone: wishes.zone })
}

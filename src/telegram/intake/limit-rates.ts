import { limit } from '@grammyjs/ratelimiter'
import type { MiddlewareFn } from 'grammy'
import type { CourantContext } from '../context.ts'
import { senderOf } from './inbox.ts'

const timeFrame = 60_000
/** Updates of a person in a minute: Telegram takes one answer a second; in a group all share 20. */
const perMinute = 60
const perMinuteInGroup = 10

/**
 * Drops a person's updates above a rate that nobody reaches by typing, and notifies them once a minute.
 * Counts are kept for a minute: those of 100,000 people take 8 MB.
 */
export function limitRates(
  isFree: (ctx: CourantContext) => boolean,
  onLimitExceeded: (ctx: CourantContext) => Promise<void>,
): MiddlewareFn<CourantContext>[] {
  return [
    limit<CourantContext, never>({
      timeFrame,
      limit: perMinute,
      keyGenerator: (ctx) => {
        if (isFree(ctx)) return undefined
        // Apps ask inline while somebody types, which takes nothing from what they ask for.
        return ctx.inlineQuery ? `inline ${senderOf(ctx)}` : String(senderOf(ctx))
      },
      onLimitExceeded,
    }),
    limit<CourantContext, never>({
      timeFrame,
      limit: perMinuteInGroup,
      keyGenerator: (ctx) =>
        isFree(ctx) || ctx.inlineQuery || ctx.chat?.type === 'private'
          ? undefined
          : `${ctx.chat?.id} ${senderOf(ctx)}`,
      onLimitExceeded,
    }),
  ]
}

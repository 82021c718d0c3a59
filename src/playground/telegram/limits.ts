import { type ApiError, tooManyRequests } from './api-error.ts'

/** How many messages Telegram lets through: so many at once, then so many a second. */
export type Bucket = { capacity: number; perSecond: number }

export type Limits = {
  /** All messages of the bot, and those sent with `allow_paid_broadcast`. */
  overall: Bucket
  paid: Bucket
  /** To one private chat, and to one group or channel. */
  private: Bucket
  group: Bucket
}

/**
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages
 * a second overall, one a second to a chat with short bursts, 20 a minute to a group; how short a
 * burst is Telegram does not say. A thousand a second when paid for.
 */
export const telegramLimits: Limits = {
  overall: { capacity: 30, perSecond: 30 },
  paid: { capacity: 1000, perSecond: 1000 },
  private: { capacity: 3, perSecond: 1 },
  group: { capacity: 20, perSecond: 20 / 60 },
}

export type Limiter = {
  /** Enforces these limits from now on; null, the beginning, enforces none. */
  set(limits: Limits | null): void
  /** Lets a message through or throws a 429; one that comes too early is refused for the rest. */
  admit(message: { chatId: number; isPaid: boolean }): void
  /** Refuses all messages, or those to one chat, for so long; returns the refusal. */
  flood(chatId: number | null, seconds: number): ApiError
}

type Level = { tokens: number; atMs: number }

export function createLimiter(now: () => Temporal.Instant): Limiter {
  let limits: Limits | null = null
  const levels = new Map<string, Level>()
  const floodedUntilMs = new Map<number | null, number>()

  const levelOf = (key: string, { capacity, perSecond }: Bucket, nowMs: number): Level => {
    const level = levels.get(key) ?? { tokens: capacity, atMs: nowMs }
    const gained = (Math.max(0, nowMs - level.atMs) / 1000) * perSecond
    level.tokens = Math.min(capacity, level.tokens + gained)
    level.atMs = nowMs
    levels.set(key, level)
    return level
  }
  const flood = (chatId: number | null, seconds: number) => {
    floodedUntilMs.set(chatId, now().epochMilliseconds + seconds * 1000)
    return tooManyRequests(seconds)
  }

  return {
    flood,
    set(next) {
      limits = next
      levels.clear()
      floodedUntilMs.clear()
    },
    admit({ chatId, isPaid }) {
      const nowMs = now().epochMilliseconds
      for (const scope of [null, chatId]) {
        const restMs = (floodedUntilMs.get(scope) ?? 0) - nowMs
        if (restMs > 0) throw tooManyRequests(Math.ceil(restMs / 1000))
      }
      if (!limits) return
      const buckets: [string, number | null, Bucket][] = [
        isPaid ? ['paid', null, limits.paid] : ['overall', null, limits.overall],
        [String(chatId), chatId, chatId > 0 ? limits.private : limits.group],
      ]
      const taken = buckets.map(([key, scope, bucket]) => {
        const level = levelOf(key, bucket, nowMs)
        // Thirds of a token do not add up to one to the last digit.
        if (level.tokens > 1 - 1e-9) return level
        const seconds = Math.max(1, Math.ceil((1 - level.tokens) / bucket.perSecond - 1e-9))
        throw flood(scope, seconds)
      })
      for (const level of taken) level.tokens--
    },
  }
}

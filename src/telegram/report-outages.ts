import { HttpError, type Transformer } from 'grammy'
import type { Reason, ReasonCode } from '../domain/reason.ts'

/** An outage is reported when it begins, every hour while it lasts, and when it is over. */
export type OutageNews =
  | { kind: 'began'; reason: Reason }
  | { kind: 'lasts'; reason: Reason; hours: number }
  | { kind: 'over'; minutes: number }

const hourMs = 60 * 60_000

/**
 * Tells of outages of Telegram by what becomes of calls: to be used on every Api of the bot. A reason
 * holds no token. Hours are those of a clock that only goes forward.
 */
export function reportOutages(
  report: (news: OutageNews) => void,
  nowMs: () => number = () => performance.now(),
): Transformer {
  let outage: { fromMs: number; hoursReported: number } | null = null
  const failed = (reason: Reason) => {
    if (!outage) {
      outage = { fromMs: nowMs(), hoursReported: 0 }
      return report({ kind: 'began', reason })
    }
    const hours = Math.floor((nowMs() - outage.fromMs) / hourMs)
    if (hours === outage.hoursReported) return
    outage.hoursReported = hours
    report({ kind: 'lasts', reason, hours })
  }
  const answered = () => {
    if (outage) report({ kind: 'over', minutes: Math.round((nowMs() - outage.fromMs) / 60_000) })
    outage = null
  }
  return async (call, method, payload, signal) => {
    try {
      const answer = await call(method, payload, signal)
      const code = answer.ok ? 200 : answer.error_code
      // Updates are requested again after any answer but these, which end the bot.
      const isLost = method === 'getUpdates' && code >= 400 && ![401, 409, 429].includes(code)
      if (code >= 500 || isLost) failed({ code: 'telegram-status', status: code })
      else answered()
      return answer
    } catch (error) {
      if (!signal?.aborted) failed(outageReason(error))
      throw error
    }
  }
}

// By its code and never in its words, which hold the address that was asked, and so the token.
function outageReason(error: unknown): Reason {
  const cause = error instanceof HttpError ? error.error : error
  if (!(cause instanceof Error)) return noAnswer
  if ('code' in cause) {
    const known = reasons[String(cause.code)]
    return known ? { code: known } : { code: 'telegram-connection', error: String(cause.code) }
  }
  return cause.message.includes('timed out') ? { code: 'telegram-late' } : noAnswer
}

const noAnswer: Reason = { code: 'telegram-not-an-api' }

const reasons: Record<string, ReasonCode> = {
  ENOTFOUND: 'no-such-server',
  EAI_AGAIN: 'telegram-lookup',
  ECONNREFUSED: 'telegram-refused',
  ECONNRESET: 'telegram-reset',
  ETIMEDOUT: 'telegram-connect-timeout',
  EHOSTUNREACH: 'telegram-no-route',
  ENETUNREACH: 'telegram-no-route',
}

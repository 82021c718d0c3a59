import { HttpError, type Transformer } from 'grammy'

/** An outage is reported when it begins, every hour while it lasts, and when it is over. */
export type OutageNews =
  | { kind: 'began'; reason: string }
  | { kind: 'lasts'; reason: string; hours: number }
  | { kind: 'over'; minutes: number }

const hourMs = 60 * 60_000

/**
 * Detects outages of Telegram by the outcome of calls; to be installed on every Api of the bot. A
 * reason is a sentence without the token. Hours are measured with a monotonic clock.
 */
export function reportOutages(
  report: (news: OutageNews) => void,
  nowMs: () => number = () => performance.now(),
): Transformer {
  let outage: { fromMs: number; hoursReported: number } | null = null
  const failed = (reason: string) => {
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
      if (code >= 500 || isLost) failed(`it answers ${code}`)
      else answered()
      return answer
    } catch (error) {
      if (!signal?.aborted) failed(describeOutage(error))
      throw error
    }
  }
}

// By its code, never its message, which contains the requested address and so the token.
function describeOutage(error: unknown): string {
  const cause = error instanceof HttpError ? error.error : error
  if (!(cause instanceof Error)) return noAnswer
  if ('code' in cause) return reasons[String(cause.code)] ?? `the connection failed (${cause.code})`
  return cause.message.includes('timed out') ? 'it did not answer in time' : noAnswer
}

const noAnswer = 'its answer is not that of a Bot API server'

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  ETIMEDOUT: 'the connection could not be made in time',
  EHOSTUNREACH: 'there is no way to its network',
  ENETUNREACH: 'there is no way to its network',
}

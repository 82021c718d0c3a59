import { HttpError, type Transformer } from 'grammy'

/** What is to be said of an outage: at its begin, each hour that it lasts, and at its end. */
export type OutageNews =
  | { kind: 'began'; reason: string }
  | { kind: 'lasts'; reason: string; hours: number }
  | { kind: 'over'; minutes: number }

const hourMs = 60 * 60_000

/**
 * Tells of outages of Telegram by what becomes of calls: to be used on every Api of the bot. A reason
 * is a sentence without the token. Hours are those of a clock that only goes forward.
 */
export function reportOutages(
  tell: (news: OutageNews) => void,
  nowMs: () => number = () => performance.now(),
): Transformer {
  let outage: { fromMs: number; hoursTold: number } | null = null
  const failed = (reason: string) => {
    if (!outage) {
      outage = { fromMs: nowMs(), hoursTold: 0 }
      return tell({ kind: 'began', reason })
    }
    const hours = Math.floor((nowMs() - outage.fromMs) / hourMs)
    if (hours === outage.hoursTold) return
    outage.hoursTold = hours
    tell({ kind: 'lasts', reason, hours })
  }
  const answered = () => {
    if (outage) tell({ kind: 'over', minutes: Math.round((nowMs() - outage.fromMs) / 60_000) })
    outage = null
  }
  return async (call, method, payload, signal) => {
    try {
      const answer = await call(method, payload, signal)
      const code = answer.ok ? 200 : answer.error_code
      // Updates are asked for again whatever the answer, but for these, which end the bot.
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

// By its code and never in its words, which hold the address that was asked, and so the token.
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

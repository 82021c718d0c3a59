import { HttpError, type Transformer } from 'grammy'

/** Tells why Telegram cannot be reached, once for each reason of an outage, as a sentence without the token. */
export function reportOutages(tell: (reason: string) => void): Transformer {
  let told: string | null = null
  return async (call, method, payload, signal) => {
    try {
      const answer = await call(method, payload, signal)
      told = null
      return answer
    } catch (error) {
      const reason = describeOutage(error)
      if (reason !== told && !signal?.aborted) tell(reason)
      told = reason
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

import { HttpError, type Transformer } from 'grammy'
import type { Pace } from '../delivering/pace.ts'
import { readFailure } from './send-failure.ts'

const mostRetries = 2
const longestPauseSeconds = 10
const pauseMs = 500

/** Calls whose effect would be seen twice if they were repeated. */
const seen = /^(send(?!ChatAction)|copy|forward)/

/**
 * Retries a call that somebody waits for, a few times and not for long: after a 429 with a short pause,
 * and after a failure if the call was not executed or may be repeated. A message that may have been
 * sent is not repeated (grammY's auto-retry does that, and without limit).
 */
export function retryAnswers(
  pace: Pace,
  sleep: (durationMs: number) => Promise<unknown>,
): Transformer {
  return async (call, method, payload, signal) => {
    for (let retries = 0; ; retries++) {
      const isLast = retries === mostRetries || method === 'getUpdates' || signal?.aborted === true
      try {
        const answer = await call(method, payload, signal)
        if (answer.ok) return answer
        const { error_code: code, parameters } = answer
        const seconds = parameters?.retry_after ?? 0
        if (code === 429 && seconds > 0) pace.refuse(Number(Object(payload).chat_id ?? 0), seconds)
        const isPassing = (code === 429 && seconds <= longestPauseSeconds) || code >= 500
        if (isLast || !isPassing) return answer
        await sleep(code === 429 ? seconds * 1000 : pauseMs * 2 ** retries)
      } catch (error) {
        const isRepeatable = !seen.test(method) || readFailure(error).kind === 'unreachable'
        if (isLast || !isRepeatable || !(error instanceof HttpError)) throw error
        await sleep(pauseMs * 2 ** retries)
      }
    }
  }
}

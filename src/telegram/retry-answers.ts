import { HttpError, type Transformer } from 'grammy'
import type { Pace } from '../delivering/pace.ts'
import { readFailure } from './send-failure.ts'

const mostRetries = 2
const longestPauseSeconds = 10
const pauseMs = 500

/** What somebody would see twice if it were carried out twice. */
const seen = /^(send(?!ChatAction)|copy|forward)/

/**
 * Tries a call for somebody who waits again, a few times and not for long: after a 429 whose pause is
 * short, and after what was not carried out or may be carried out twice. A message that may have gone
 * out is not repeated (grammY's own auto-retry does that, and without end).
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

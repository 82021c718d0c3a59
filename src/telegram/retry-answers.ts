import { HttpError, type Transformer } from 'grammy'
import type { Pace } from '../delivery/pace.ts'
import { readFailure } from './send-failure.ts'

const mostRetries = 2
const longestPauseSeconds = 10
const pauseMs = 500

/**
 * Tries a call for somebody who waits again, a few times and not for long: after a 429 whose pause is
 * short, and after what certainly was not carried out. What may have been carried out is not repeated
 * (grammY's own auto-retry does, and without end).
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
        if (code === 429 && seconds > 0) pace.pause(seconds)
        const isPassing = (code === 429 && seconds <= longestPauseSeconds) || code >= 500
        if (isLast || !isPassing) return answer
        // With the pace, a message waits out the pause by itself.
        await sleep(code === 429 ? seconds * 1000 : pauseMs * 2 ** retries)
      } catch (error) {
        const isUnsent = error instanceof HttpError && readFailure(error).kind === 'unreachable'
        if (isLast || !isUnsent) throw error
        await sleep(pauseMs * 2 ** retries)
      }
    }
  }
}

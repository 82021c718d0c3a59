import { setTimeout as systemSleep } from 'node:timers/promises'
import { GrammyError, HttpError } from 'grammy'

const firstPauseMs = 1000
const longestPauseMs = 60_000
/** A timer of more than 24 days would fire at once. */
const longestAskedMs = 60 * 60_000

type Sleep = (
  durationMs: number,
  value: undefined,
  options: { signal?: AbortSignal },
) => Promise<unknown>

/**
 * Retries a call that the bot depends on until Telegram answers, without limit. Pauses grow up to a
 * minute, or are as long as Telegram asks, at most an hour. Throws on a permanent refusal, and when the
 * signal is aborted.
 */
export async function untilReached<T>(
  work: () => Promise<T>,
  { signal, sleep = systemSleep }: { signal?: AbortSignal | undefined; sleep?: Sleep } = {},
): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await work()
    } catch (error) {
      if (signal?.aborted || !isPassing(error)) throw error
      const askedMs = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
      const restMs = Math.max(pauseMs, Math.min(askedMs, longestAskedMs))
      await sleep(restMs, undefined, { ...(signal && { signal }) })
    }
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof HttpError) return true
  return error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429)
}

import { APICallError } from '@ai-sdk/provider'
import type { Reason } from '../../domain/reason.ts'
import { describeError } from '../../lib/describe-error.ts'
import type { Redact } from '../../lib/redact.ts'
import { clip } from '../../text/clip.ts'

/**
 * Why there is no answer: `unavailable` says nothing of what was asked and may pass,
 * `slow` may be due to either, `unfit` is no answer to it.
 */
export type ModelFailure = { kind: 'unavailable' | 'slow' | 'unfit'; reason: Reason }

export type DescribedError = {
  failure: ModelFailure
  /** What the server said. */
  words: string
  /** The status that the server answered, or null without an answer. */
  status: number | null
  /** The server sent a stream where it was asked for the whole. */
  isStream: boolean
}

/** Enough of what a server says to find what is shown of it. */
const maxWords = 2000

/** What an error of asking means, without what `redact` takes out, whatever the server repeats. */
export function describeModelError(error: unknown, redact: Redact): DescribedError {
  const words = clip(redact(describeError(error).slice(0, maxWords)), 300)
  if (!APICallError.isInstance(error)) {
    return { failure: failureOf(200, words), words, status: null, isStream: false }
  }
  const { statusCode: status = null, responseHeaders } = error
  const isStream = responseHeaders?.['content-type']?.includes('event-stream') ?? false
  return { failure: failureOf(status, words), words, status, isStream }
}

function failureOf(status: number | null, error: string): ModelFailure {
  if (status === null) return { kind: 'unavailable', reason: { code: 'model-unreachable', error } }
  if (status === 401 || status === 403) {
    return { kind: 'unavailable', reason: { code: 'model-key-refused', error } }
  }
  if (status === 404) return { kind: 'unavailable', reason: { code: 'model-unknown', error } }
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: 'unavailable', reason: { code: 'model-busy', error } }
  }
  const code = status >= 400 ? 'model-request-refused' : 'model-unreadable'
  return { kind: 'unfit', reason: { code, error } }
}

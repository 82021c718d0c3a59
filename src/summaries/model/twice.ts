import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelUsage } from '../../domain/model-budget.ts'
import type { Reason } from '../../domain/reason.ts'
import type { AskModel } from './model.ts'
import { maxOutputTokens, type Prompt } from './prompt.ts'

/** What came of two tries: an answer that is fit, or that what there is stands, for now or for good. */
export type Answered<T> =
  | { kind: 'answer'; answer: T }
  | { kind: 'unused'; reason: Reason }
  | { kind: 'unavailable'; reason: Reason }
  | { kind: 'no-budget' }

/**
 * Reserves in the budget the most that a request may need; null when that much is not left. The
 * returned function takes what was really used, or null where that is not known.
 */
export type Reserve = (
  most: ModelUsage,
) => Promise<((used: ModelUsage | null) => Promise<void>) | null>

export type Asking = {
  ask: AskModel
  reserve: Reserve
  /** How long to wait before a server that failed is asked again. */
  pauseMs: number
  signal: AbortSignal
}

const tries = 2

/** Asks a model, at most twice, until what it says is judged to be an answer and not why it is none. */
export async function askTwice<T>(
  { ask, reserve, pauseMs, signal }: Asking,
  promptFor: (attempt: { isSecondTry: boolean }) => Prompt,
  judge: (text: string) => { answer: T } | { reason: Reason },
): Promise<Answered<T>> {
  let outcome: Answered<T> = { kind: 'no-budget' }
  for (let attempt = 1; attempt <= tries && !signal.aborted; attempt++) {
    const prompt = promptFor({ isSecondTry: outcome.kind === 'unused' })
    const settle = await reserve(mostUsage(prompt))
    if (!settle) return outcome
    const reply = await ask(prompt, signal)
    await settle(reply.usage)
    if (reply.kind === 'unavailable') outcome = { kind: 'unavailable', reason: reply.reason }
    else if (reply.kind !== 'text') outcome = { kind: 'unused', reason: reply.reason }
    else {
      const judged = judge(reply.text)
      if ('answer' in judged) return { kind: 'answer', ...judged }
      outcome = { kind: 'unused', ...judged }
    }
    const isLast = attempt === tries
    if (outcome.kind === 'unavailable' && !isLast)
      await sleep(pauseMs, null, { signal }).catch(() => {})
  }
  return outcome
}

// A token is three bytes or more in most languages, and one letter, of three bytes, in the others.
function mostUsage({ task, material }: Prompt): ModelUsage {
  const bytes = Buffer.byteLength(task) + Buffer.byteLength(material)
  return { inputTokens: Math.ceil(bytes / 3), outputTokens: maxOutputTokens }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelUsage } from '../../domain/model-budget.ts'
import type { Reason } from '../../domain/reason.ts'
import { whyUnsupported } from '../support/support.ts'
import { readAnswer, whyUnfit } from './answer.ts'
import type { AskModel, ModelReply } from './model.ts'
import { maxOutputTokens, type Prompt, summaryPrompt } from './prompt.ts'
import type { ModelSource } from './source.ts'

/** What came of two tries: a summary, or that the extract stands, for now or for good. */
export type ModelSummary =
  | { kind: 'summary'; summary: string }
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

export type Summarising = {
  ask: AskModel
  reserve: Reserve
  /** How long to wait before a server that failed is asked again. */
  pauseMs: number
  signal: AbortSignal
}

const tries = 2

/**
 * Asks a model for the summary of an article, at most twice, and returns it only when it is fit to be
 * shown and supported by the article.
 */
export async function summariseByModel(
  { ask, reserve, pauseMs, signal }: Summarising,
  source: ModelSource,
): Promise<ModelSummary> {
  let outcome: ModelSummary = { kind: 'no-budget' }
  for (let attempt = 1; attempt <= tries && !signal.aborted; attempt++) {
    const prompt = summaryPrompt(source, { isSecondTry: outcome.kind === 'unused' })
    const settle = await reserve(mostUsage(prompt))
    if (!settle) return outcome
    const reply = await ask(prompt, signal)
    await settle(reply.usage)
    outcome = judge(reply, source)
    if (outcome.kind === 'summary') return outcome
    const isLast = attempt === tries
    if (outcome.kind === 'unavailable' && !isLast)
      await sleep(pauseMs, null, { signal }).catch(() => {})
  }
  return outcome
}

function judge(reply: ModelReply, source: ModelSource): ModelSummary {
  if (reply.kind === 'unavailable') return { kind: 'unavailable', reason: reply.reason }
  if (reply.kind !== 'text') return { kind: 'unused', reason: reply.reason }
  const summary = readAnswer(reply.text)
  if (summary === null) return { kind: 'unused', reason: { code: 'summary-no-form' } }
  const reason = whyUnfit(summary, source.title) ?? whyUnsupported(summary, source)
  return reason === null ? { kind: 'summary', summary } : { kind: 'unused', reason }
}

// A token is three bytes or more in most languages, and one letter, of three bytes, in the others.
function mostUsage({ task, material }: Prompt): ModelUsage {
  const bytes = Buffer.byteLength(task) + Buffer.byteLength(material)
  return { inputTokens: Math.ceil(bytes / 3), outputTokens: maxOutputTokens }
}

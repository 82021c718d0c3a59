import type { Reason } from '../../domain/reason.ts'
import { whyUnsupported } from '../support/support.ts'
import { readAnswer, whyUnfit } from './answer.ts'
import { summaryPrompt } from './prompt.ts'
import type { ModelSource } from './source.ts'
import { type Answered, type Asking, askTwice } from './twice.ts'

/** What came of asking: a summary, or that the extract stands, for now or for good. */
export type ModelSummary =
  | { kind: 'summary'; summary: string }
  | Exclude<Answered<string>, { kind: 'answer' }>

/**
 * Asks a model for the summary of an article, at most twice, and returns it only when it is fit to be
 * shown and supported by the article.
 */
export async function summariseByModel(asking: Asking, source: ModelSource): Promise<ModelSummary> {
  const outcome = await askTwice(
    asking,
    (attempt) => summaryPrompt(source, attempt),
    (text) => judge(text, source),
  )
  return outcome.kind === 'answer' ? { kind: 'summary', summary: outcome.answer } : outcome
}

function judge(text: string, source: ModelSource): { answer: string } | { reason: Reason } {
  const summary = readAnswer(text)
  if (summary === null) return { reason: { code: 'summary-no-form' } }
  const reason = whyUnfit(summary, source.title) ?? whyUnsupported(summary, source)
  return reason === null ? { answer: summary } : { reason }
}

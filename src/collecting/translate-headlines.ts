import pLimit from 'p-limit'
import type { ModelBudget } from '../domain/model-budget.ts'
import {
  articlesToTranslate,
  forgetTranslations,
  keepTranslation,
  type ToTranslate,
  type Translated,
} from '../store/translations.ts'
import { translateByModel, translationSource } from '../summaries/model/translation.ts'
import type { Answered } from '../summaries/model/twice.ts'
import { type AskingAhead, atOnce, reserveFrom } from './model-parts.ts'

const keptDays = 30

/** How it ended: at the first sign that asking on is of no use. */
export type RoundEnd = Exclude<Answered<never>, { kind: 'answer' | 'unused' }> | { kind: 'done' }

/**
 * Has the headlines and summaries of articles translated, by the language into which, in their order. Each is
 * asked about once for each language as long as its words stay; what is no good translation leaves them as
 * they were.
 */
export async function translateHeadlines(
  parts: AskingAhead,
  budget: ModelBudget,
  wanted: ReadonlyMap<string, readonly number[]>,
): Promise<RoundEnd> {
  const { db, now, log, signal, ask, pauseMs = 1000 } = parts
  const reserve = reserveFrom(parts, budget)
  const limit = pLimit(atOnce)
  let end: RoundEnd = { kind: 'done' }
  const translate = async (article: ToTranslate, into: string) => {
    if (end.kind !== 'done' || signal.aborted) return
    const source = translationSource({ ...article, into })
    const outcome: Answered<{ title: string; summary: string | null }> = source
      ? await translateByModel({ ask, reserve, pauseMs, signal }, source)
      : { kind: 'unused', reason: { code: 'model-declined' } }
    if (outcome.kind === 'unavailable' || outcome.kind === 'no-budget') {
      end = outcome
      return
    }
    const made: Translated =
      outcome.kind === 'answer'
        ? { ...outcome.answer, reason: null }
        : { title: null, summary: null, reason: outcome.reason }
    await keepTranslation(db, article, into, made, now())
    if (made.reason) log.info({ article: article.id, into, reason: made.reason }, 'not translated')
  }
  for (const [into, ids] of wanted) {
    const articles = await articlesToTranslate(db, ids, into)
    await Promise.all(articles.map((article) => limit(() => translate(article, into))))
  }
  await forgetTranslations(db, now().subtract({ hours: 24 * keptDays }))
  return end
}

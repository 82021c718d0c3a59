import { InlineKeyboard } from 'grammy'
import type { Question } from '../../domain/question.ts'
import type { SearchNothing } from '../../domain/search.ts'
import { languageOf } from '../../domain/translate.ts'
import { oneLine } from '../../text/controls.ts'
import { printPart, printQuestion } from '../../text/question/print.ts'
import type { CourantContext } from '../context.ts'
import type { OnePage } from '../one-page.ts'
import { foreign, words } from '../say.ts'

/** The data of a button that leaves a part out: a clause by its place, or the days. */
export const withoutData = /^search-without:(\d{1,2}|days)$/
/** The data of a button that takes one of the questions that the message offers, by its place. */
export const meantData = /^search-meant:(\d)$/

type Nothing = {
  typed: string
  question: Question
  nothing: SearchNothing
  /** What is to be said of the question. */
  lines: string[]
}

/**
 * Says what was understood, and offers what may find something. The first bold words are the question;
 * those after it are the questions that may be meant.
 */
export function nothingFound(
  ctx: CourantContext,
  { typed, question, nothing, lines }: Nothing,
): OnePage {
  const { meant, spare, unknown, isPartial } = nothing
  const language = languageOf(ctx.t)
  const understood = printQuestion(question, language)
  const keyboard = new InlineKeyboard()
  const offered = meant.map((each) => printQuestion(each, language))
  for (const [i, each] of offered.entries()) {
    keyboard.text(oneLine(each, 40), `search-meant:${i}`).row()
  }
  for (const part of spare) {
    const label = ctx.t('search-without', {
      part: oneLine(printPart(question, part, language), 30),
    })
    keyboard.text(label, `search-without:${part}`).row()
  }
  const isSame = understood === oneLine(typed, 300)
  const said = [
    words(ctx, 'search-none', { question: typed }),
    ...(isSame ? [] : [words(ctx, 'search-understood', { question: understood })]),
    ...lines.map((line) => foreign(line)),
    ...unknown.map((name) => words(ctx, 'search-unknown', { name })),
    ...(isPartial ? [ctx.t('search-partial')] : []),
  ]
  const advice =
    offered.length > 0
      ? `${ctx.t('search-meant')} ${offered.map((each) => `<b>${foreign(each)}</b>`).join(', ')}?`
      : ctx.t('search-fewer')
  return { html: `${said.join('\n')}\n\n${advice}`, keyboard }
}

/** The question without a part that a button names; null where it has none such. */
export function withoutPart(question: Question, part: string): Question | null {
  if (part === 'days') return { ...question, after: null, before: null }
  const at = Number(part)
  if (!question.clauses[at]) return null
  return { ...question, clauses: question.clauses.filter((_, i) => i !== at) }
}

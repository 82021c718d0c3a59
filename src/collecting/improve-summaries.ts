import pLimit from 'p-limit'
import { digestDays } from '../digests/layout.ts'
import { dayOf } from '../domain/calendar.ts'
import type { ModelBudget } from '../domain/model-budget.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { frontPage } from '../serving/front-page.ts'
import { wholeNews } from '../serving/news/paper.ts'
import { newsOfSpan } from '../serving/news/span.ts'
import { zonesDueBy } from '../store/due-zones.ts'
import {
  type ArticleText,
  forgetAnswers,
  keepAnswer,
  knownAnswer,
  type ModelAnswer,
  recordModelSummary,
  textsToImprove,
} from '../store/model-answers.ts'
import type { Database } from '../store/tables.ts'
import { contentHash, type ModelSource, modelSource } from '../summaries/model/source.ts'
import { type ModelSummary, summariseByModel } from '../summaries/model/summary.ts'
import { type AskingAhead, atOnce, reserveFrom } from './model-parts.ts'
import { shownTranslated } from './shown-translated.ts'
import { type RoundEnd, translateHeadlines } from './translate-headlines.ts'

export type Improving = AskingAhead & {
  /** The model's name: another one is asked anew. */
  model: string
  budget: ModelBudget
}

/** How long before a digest its leading articles may take all of the day's budget. */
const aheadMinutes = 15
const answersKeptDays = 30

/**
 * Makes a round: it lets a model tell the articles that lead the digests of the next minutes or, when
 * none is due, those of now, with half of the budget at the most; and translate what the first pages of
 * papers show whose readers want that. Whatever fails leaves the extract.
 * A server that does not answer is left alone ever longer, up to an hour.
 */
export function createSummaryRounds(parts: Improving): () => Promise<void> {
  const { db, now, log, budget, zone, signal } = parts
  let failures = 0
  let rest = { from: now(), until: now() }
  let spentDay = ''
  return async () => {
    // Before it began only by a clock that was set back meanwhile.
    if (isBefore(now(), rest.until) && !isBefore(now(), rest.from)) return
    const soon = now().add({ minutes: aheadMinutes })
    const due = await zonesDueBy(db, soon)
    const isDue = due.length > 0
    const leads = await firstArticles(db, isDue ? due : [zone], now())
    const most = isDue ? budget : halfOf(budget)
    let end = await askAbout(parts, most, await textsToImprove(db, leads))
    if (end.kind === 'done') {
      const shown = await shownTranslated(db, now(), isDue ? soon : null)
      end = await translateHeadlines(parts, most, shown)
    }
    if (signal.aborted) return
    if (end.kind === 'unavailable') {
      const minutes = Math.min(60, 2 ** failures++)
      rest = { from: now(), until: now().add({ minutes }) }
      log.warn({ reason: end.reason, againInMinutes: minutes }, 'model not available')
    } else {
      failures = 0
    }
    const day = dayOf(now(), zone).toString()
    if (end.kind === 'no-budget' && isDue && day !== spentDay) {
      spentDay = day
      log.info({ day }, 'model budget spent')
    }
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

function halfOf({ tokens, cost }: ModelBudget): ModelBudget {
  return { tokens: Math.floor(tokens / 2), cost: cost === null ? null : cost / 2 }
}

/** Those of the first stories that have no summary yet are led by others. */
const mostLeads = 8

/** The numbers of the articles that may lead a digest of now, the most important first. */
async function firstArticles(
  db: Database,
  zones: string[],
  now: Temporal.Instant,
): Promise<number[]> {
  const leads = new Set<number>()
  for (const zone of zones) {
    const news = await newsOfSpan(db, { asOf: now, days: digestDays }, zone)
    const whole = { whole: wholeNews(news), part: null }
    const { chosen } = await frontPage(whole, { page: 0, asOf: now, after: null }, { zone })
    for (const { lead } of chosen.slice(0, mostLeads)) leads.add(lead.id)
    // Others are served between zones.
    await letOthersWork()
  }
  return [...leads]
}

/** Asks about each text once; stops at the first sign that asking on is of no use. */
async function askAbout(
  parts: Improving,
  budget: ModelBudget,
  texts: ArticleText[],
): Promise<RoundEnd> {
  const { db, now, signal } = parts
  const reserve = reserveFrom(parts, budget)
  const limit = pLimit(atOnce)
  let end: RoundEnd = { kind: 'done' }
  const ask = async ({ source, hash, ids }: Content) => {
    const known = await knownAnswer(db, hash)
    if (known) return record(db, ids, known)
    if (end.kind !== 'done' || signal.aborted) return
    const { ask, pauseMs = 1000 } = parts
    const outcome = await summariseByModel({ ask, reserve, pauseMs, signal }, source)
    if (outcome.kind === 'unavailable' || outcome.kind === 'no-budget') {
      end = outcome
      return
    }
    const answer = answerOf(outcome)
    await keepAnswer(db, hash, answer, now())
    await record(db, ids, answer)
    if (answer.reason) parts.log.info({ articles: ids, reason: answer.reason }, 'model not used')
  }
  const contents = contentsOf(texts, parts.model)
  await Promise.all(contents.map((content) => limit(() => ask(content))))
  await forgetAnswers(db, now().subtract({ hours: 24 * answersKeptDays }))
  return end
}

type Content = { source: ModelSource; hash: string; ids: number[] }

/** What there is to ask about: articles with the same content share one question. */
function contentsOf(texts: ArticleText[], model: string): Content[] {
  const contents = new Map<string, Content>()
  for (const { id, title, text, language } of texts) {
    const source = modelSource(title, text, language)
    if (!source) continue
    const hash = contentHash(source, model)
    const content = contents.get(hash) ?? { source, hash, ids: [] }
    content.ids.push(id)
    contents.set(hash, content)
  }
  return [...contents.values()]
}

function answerOf(outcome: Extract<ModelSummary, { kind: 'summary' | 'unused' }>): ModelAnswer {
  return outcome.kind === 'summary'
    ? { summary: outcome.summary, reason: null }
    : { summary: null, reason: outcome.reason }
}

async function record(db: Database, ids: number[], { summary }: ModelAnswer): Promise<void> {
  if (summary === null) return
  for (const id of ids) await recordModelSummary(db, id, summary)
}

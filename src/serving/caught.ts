import { mostHits, type Question } from '../domain/question.ts'
import type { SearchRequest } from '../domain/search.ts'
import { describeError } from '../lib/describe-error.ts'
import { spanOfDays } from './question-days.ts'
import type { Serving } from './serving.ts'
import { understandQuestion } from './understand-question.ts'

/** The numbers of the articles of the last days that a question finds, its days being those of the zone. */
export type Catch = (question: string, zone: string) => Promise<ReadonlySet<number>>

export const nothingCaught: ReadonlySet<number> = new Set()

/** What is older than a week is no news. */
const caughtDays = Temporal.Duration.from({ hours: 7 * 24 })
/** Which share of the news of these days a search may catch to be followed. */
const widestShare = 0.2

type Parts = Pick<Serving, 'findArticles'>
type Looking = Parts & Pick<Serving, 'log'> & { now: Temporal.Instant; limitMs: number }

/**
 * Makes what looks for the articles of followed searches, for one page or one run of planning: each
 * question once, the newest articles of a week that hold the words as they are. What is not answered
 * in time or fails, and all that is asked after `limitMs` in all, catches nothing.
 */
export function createCatch({ findArticles, log, now, limitMs }: Looking): Catch {
  const known = new Map<string, Promise<ReadonlySet<number>>>()
  let leftMs = limitMs
  const look = async (typed: string, zone: string) => {
    const understood = understandQuestion(typed, { now, zone })
    if (leftMs <= 0 || understood.kind !== 'question') return nothingCaught
    const startedMs = performance.now()
    const found = await findArticles(requestOf(understood.question, now, zone)).catch((error) => {
      log.warn(
        { reason: describeError(error) },
        'a followed search failed: its section is left out',
      )
      return null
    })
    leftMs -= performance.now() - startedMs
    if (found?.kind !== 'found') return nothingCaught
    return new Set(found.hits.map(({ articleId }) => articleId))
  }
  return (typed, zone) => {
    const key = JSON.stringify([typed, zone])
    const caught = known.get(key) ?? look(typed, zone)
    known.set(key, caught)
    return caught
  }
}

/** Whether a question is narrow enough to be followed: it catches no more than a fifth of a week's news. */
export async function isNarrow(
  { findArticles }: Parts,
  question: Question,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Promise<boolean | 'late'> {
  const all: Question = { clauses: [], after: null, before: null }
  const [caught, whole] = await Promise.all([
    findArticles(requestOf(question, now, zone)),
    findArticles(requestOf(all, now, zone)),
  ])
  const counted = [caught, whole].map((found) => {
    if (found.kind === 'found') return found.total
    return found.kind === 'nothing' ? 0 : Number.NaN
  })
  const [some = 0, most = 0] = counted
  if (Number.isNaN(some + most)) return 'late'
  return some <= most * widestShare
}

function requestOf(question: Question, now: Temporal.Instant, zone: string): SearchRequest {
  const weekMs = now.subtract(caughtDays).epochMilliseconds
  const { fromMs, untilMs, dated } = spanOfDays(question, zone)
  const ofWeek = (ms: number | null | undefined) => Math.max(weekMs, ms ?? weekMs)
  return {
    question,
    ...{ fromMs: ofWeek(fromMs), untilMs },
    dated: { fromMs: ofWeek(dated?.fromMs), untilMs: dated?.untilMs ?? null },
    ...{ order: 'newest', offset: 0, limit: mostHits, isEveryArticle: true },
  }
}

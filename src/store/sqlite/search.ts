// Full-text search by FTS5: https://sqlite.org/fts5.html
import { mostHits } from '../../domain/question.ts'
import type { Excerpt, SearchNothing, SearchRequest } from '../../domain/search.ts'
import { withBeginnings } from '../../text/question/widen.ts'
import { excerptOf } from '../../text/search/excerpt.ts'
import { createNormaliser } from '../../text/search/normalise.ts'
import type { Database } from '../tables.ts'
import { type Chosen, choose, textsOf } from './search-choose.ts'
import { answerFrom, bareHit, type FoundRows, withRows } from './search-hits.ts'
import { isWholeIndexed } from './search-index.ts'
import { expressionOf, type Match, matchOf } from './search-match.ts'
import { explainNothing } from './search-nothing.ts'
import { byRelevance } from './search-relevance.ts'
import { countAbout, newestFirst, type Walk, walkMatches } from './search-walk.ts'

/**
 * Looks for the articles that a question asks for, mostly one entry for each story. It takes about `limitMs` at
 * the most: what was found until then is then all that it answers.
 */
export async function findArticles(db: Database, request: SearchRequest, options?: FindOptions) {
  return answerFrom(await findRows(db, request, options))
}

type FindOptions = { limitMs?: number }

/** The same, for another thread to make the answer of. */
export async function findRows(
  db: Database,
  request: SearchRequest,
  { limitMs = Number.POSITIVE_INFINITY }: FindOptions = {},
): Promise<FoundRows | SearchNothing> {
  const deadline = performance.now() + limitMs
  const match = await matchOf(db, request.question)
  const found = await answerTo(db, request, match, deadline)
  if (found) return { ...found, isWidened: false }
  // What begins with the words that the index does not hold.
  const widened = request.isEveryArticle ? null : withBeginnings(request.question, match.missing)
  if (widened) {
    const match = await matchOf(db, widened)
    const wide = await answerTo(db, { ...request, question: widened }, match, deadline)
    if (wide) return { ...wide, isWidened: true }
  }
  const isPartial = performance.now() > deadline || !(await isWholeIndexed(db))
  if (request.isEveryArticle)
    return { kind: 'nothing', isPartial, unknown: [], meant: [], spare: [] }
  const explained = await explainNothing(db, request, match, deadline)
  return { kind: 'nothing', isPartial, unknown: match.unknown, ...explained }
}

/** Many stories are told by several articles, and some quotations hold in another form. */
const slack = 4

/** The page that is asked for; null where nothing is found. */
async function answerTo(
  db: Database,
  request: SearchRequest,
  match: Match,
  deadline: number,
): Promise<Omit<FoundRows, 'isWidened'> | null> {
  const { question, fromMs, untilMs, dated, order, offset, limit } = request
  const isAsked = question.clauses.length > 0 || fromMs !== null || untilMs !== null
  const expression = isAsked ? expressionOf(match.parts) : null
  const most = mostHits + 1
  let walk: Walk | undefined
  // The most relevant are the same on each page only if they are chosen of the same hits.
  const first = order === 'relevance' ? most : Math.min(most, offset + limit + slack)
  for (let enough = first; ; enough *= 2) {
    const wanted = { fromMs, untilMs, dated, enough: Math.min(most, enough), most }
    walk = await walkMatches(db, expression, wanted, deadline, walk)
    const known = walk.hits.slice(0, mostHits)
    if (known.length === 0) return null
    const counted = walk.isStopped ? await countAbout(db, known, walk.span) : known.length
    const ordered =
      order === 'relevance'
        ? await byRelevance(db, question, match, known, known.length / counted)
        : known.toSorted(newestFirst)
    const chosen = await choose(db, ordered, request, match.parts, deadline)
    const isShort = walk.isStopped && !chosen.hasMore && known.length < mostHits
    if (isShort && performance.now() < deadline) continue
    if (chosen.held === 0) return null
    const isPartial = walk.isLate || chosen.isLate || !(await isWholeIndexed(db))
    return {
      kind: 'found',
      hits: request.isEveryArticle
        ? chosen.ids.map(bareHit)
        : await withRows(db, await excerptsOf(db, chosen.ids, match)),
      ...totalOf(counted, walk.isStopped, chosen, known.length),
      hasMore: chosen.hasMore,
      isPartial,
      ...{ unknown: match.unknown, isCut: match.isCut },
    }
  }
}

/** Of those that were not looked at, as large a share holds the quotations as of those that were. */
function totalOf(counted: number, isAbout: boolean, { held, looked }: Chosen, known: number) {
  if (held === looked) return { total: counted, isAbout }
  const total = Math.max(held, Math.round((counted * held) / looked))
  return { total, isAbout: isAbout || looked < known }
}

const normaliser = createNormaliser({ kept: 2 ** 12 })

async function excerptsOf(db: Database, ids: readonly number[], { wanted }: Match) {
  const texts = await textsOf(db, ids)
  return ids.map((articleId) => {
    const { language = null, parts = [] } = texts.get(articleId) ?? {}
    // The text, and where it has none of the words what stands above it.
    let excerpt: Excerpt | null = null
    for (const part of parts.slice(0, 3)) {
      excerpt ??= excerptOf(part, language, wanted, normaliser)
    }
    return { articleId, excerpt }
  })
}

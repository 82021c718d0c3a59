import type { Clause, Question, Term } from '../../domain/question.ts'
import type { PublishedSpan, SearchNothing, SearchRequest, Spare } from '../../domain/search.ts'
import { askedPieces } from '../../text/search/asked.ts'
import type { Database } from '../tables.ts'
import { choose } from './search-choose.ts'
import { expressionOf, type Match, matchOf, type Part } from './search-match.ts'
import { walkMatches } from './search-walk.ts'
import { indexedLanguages, stemsOfWord, wordsLike } from './search-words.ts'

const mostMeant = 3

/** What may be done about a question that finds nothing. */
export async function explainNothing(
  db: Database,
  { question, fromMs, untilMs, dated }: SearchRequest,
  { parts, missing }: Match,
  deadline: number,
): Promise<Pick<SearchNothing, 'meant' | 'spare'>> {
  const finds = (some: readonly Part[], days: PublishedSpan = { fromMs, untilMs, dated }) =>
    findsAny(db, some, days, deadline)
  const isOfDays = fromMs !== null || untilMs !== null
  const spare: Spare[] = []
  for (const i of parts.keys()) {
    const others = parts.filter((_, at) => at !== i)
    if (others.length > 0 && (await finds(others))) spare.push(i)
  }
  const anyDay = { fromMs: null, untilMs: null }
  if (isOfDays && parts.length > 0 && (await finds(parts, anyDay))) spare.push('days')
  const likes = await clausesLike(db, question, missing)
  const candidates = likes.map(([i, clause]) => question.clauses.with(i, clause))
  const slips = new Map(likes.toReversed())
  // Several slips at once, each in the likeliest way.
  if (slips.size > 1) candidates.push(question.clauses.map((clause, i) => slips.get(i) ?? clause))
  const meant: Question[] = []
  for (const clauses of candidates) {
    if (meant.length === mostMeant) break
    const like = { ...question, clauses }
    if (await finds((await matchOf(db, like)).parts)) meant.push(like)
  }
  if (meant.length === 0 && spare.length === 0) {
    // Several parts hold nothing: what is left without them all.
    const isFound = await Promise.all(parts.map((part) => part.without || finds([part])))
    const left = parts.filter((_, i) => isFound[i])
    const clauses = question.clauses.filter((_, i) => isFound[i])
    if (left.some(({ without }) => !without) && (await finds(left)))
      meant.push({ ...question, clauses })
  }
  return { meant, spare }
}

/** Of so many that hold a quotation in any form one mostly holds it as it stands. */
const tried = 40

async function findsAny(
  db: Database,
  parts: readonly Part[],
  days: PublishedSpan,
  deadline: number,
): Promise<boolean> {
  const most = parts.some(({ exact }) => exact !== null) ? tried : 1
  const wanted = { ...days, enough: most, most }
  const { hits } = await walkMatches(db, expressionOf(parts), wanted, deadline)
  const one = { offset: 0, limit: 1, isEveryArticle: true }
  return (await choose(db, hits, one, parts, deadline)).held > 0
}

/** The clauses with each word that the index does not hold spelt otherwise, with their places. */
async function clausesLike(
  db: Database,
  question: Question,
  missing: ReadonlySet<string>,
): Promise<[number, Clause][]> {
  const found: [number, Clause][] = []
  const languages = await indexedLanguages(db)
  for (const [i, { without, anyOf }] of question.clauses.entries()) {
    const [term, ...others] = anyOf
    if (without || others.length > 0 || !term) continue
    for (const like of await termsLike(db, term, languages, missing)) {
      found.push([i, { without, anyOf: [like] }])
    }
  }
  return found
}

async function termsLike(
  db: Database,
  term: Term,
  languages: readonly string[],
  missing: ReadonlySet<string>,
): Promise<Term[]> {
  if (term.kind !== 'word' && term.kind !== 'author' && term.kind !== 'phrase') return []
  const found: Term[] = []
  for (const { kind, written, folded } of askedPieces(term.text)) {
    if (kind === 'run') continue
    const isMissing =
      missing.has(folded) ||
      (term.kind === 'phrase' && !(await stemsOfWord(db, folded, languages)).isKnown)
    if (!isMissing) continue
    const words = await wordsLike(db, folded, languages)
    found.push(...words.map((word) => ({ ...term, text: term.text.replace(written, () => word) })))
  }
  return found
}

import type { Clause, Question, Term } from '../../domain/question.ts'
import type { PublishedSpan, SearchNothing, SearchRequest, Spare } from '../../domain/search.ts'
import { askedPieces } from '../../text/search/asked.ts'
import type { Database } from '../tables.ts'
import { expressionOf, type Match, matchOf, type Part } from './search-match.ts'
import { hasMatches } from './search-walk.ts'
import { indexedLanguages, wordsLike } from './search-words.ts'

const mostMeant = 3

/** What may be done about a question that finds nothing. */
export async function explainNothing(
  db: Database,
  { question, fromMs, untilMs, dated }: SearchRequest,
  { parts, missing }: Match,
  deadline: number,
): Promise<Pick<SearchNothing, 'meant' | 'spare'>> {
  const span = { fromMs, untilMs, dated }
  const finds = (some: readonly Part[], days: PublishedSpan = span) =>
    hasMatches(db, expressionOf(some), days, deadline)
  const isOfDays = fromMs !== null || untilMs !== null
  const spare: Spare[] = []
  for (const i of parts.keys()) {
    const others = parts.filter((_, at) => at !== i)
    if (others.length > 0 && (await finds(others))) spare.push(i)
  }
  const anyDay = { fromMs: null, untilMs: null }
  if (isOfDays && parts.length > 0 && (await finds(parts, anyDay))) spare.push('days')
  const meant: Question[] = []
  for (const [i, clause] of await clausesLike(db, question, missing)) {
    if (meant.length === mostMeant) break
    const like = { ...question, clauses: question.clauses.with(i, clause) }
    const [part] = (await matchOf(db, { ...question, clauses: [clause] })).parts
    if (part && (await finds(parts.with(i, part)))) meant.push(like)
  }
  return { meant, spare }
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
  if (term.kind !== 'word' && term.kind !== 'author') return []
  const [piece, ...others] = askedPieces(term.text)
  if (piece?.kind !== 'word' || others.length > 0 || !missing.has(piece.folded)) return []
  const words = await wordsLike(db, piece.folded, languages)
  return words.map((word) => ({ kind: term.kind, text: word }))
}

import type { Clause, Question, Term } from '../../domain/question.ts'
import type { SearchNothing, SearchRequest, Spare } from '../../domain/search.ts'
import { askedPieces } from '../../text/search/asked.ts'
import type { Database } from '../tables.ts'
import { matchOf } from './search-match.ts'
import { hasMatches } from './search-walk.ts'
import { indexedLanguages, wordsLike } from './search-words.ts'

const mostMeant = 3

/** What may be done about a question that finds nothing. */
export async function explainNothing(
  db: Database,
  request: SearchRequest,
  deadline: number,
): Promise<Pick<SearchNothing, 'meant' | 'spare'>> {
  const finds = async (question: Question, days = request) => {
    const { expression } = await matchOf(db, question)
    return hasMatches(db, expression, days, deadline)
  }
  const { clauses } = request.question
  const spare: Spare[] = []
  if (clauses.length > 1 || request.question.after || request.question.before) {
    for (const i of clauses.keys()) {
      const others = { ...request.question, clauses: clauses.filter((_, at) => at !== i) }
      if (others.clauses.length > 0 && (await finds(others))) spare.push(i)
    }
    const isOfDays = request.fromMs !== null || request.untilMs !== null
    const anyDay = { ...request, fromMs: null, untilMs: null }
    if (isOfDays && clauses.length > 0 && (await finds(request.question, anyDay)))
      spare.push('days')
  }
  const meant: Question[] = []
  for (const question of await questionsLike(db, request.question)) {
    if (meant.length < mostMeant && (await finds(question))) meant.push(question)
  }
  return { meant, spare }
}

/** The question with each word that the index does not have spelt otherwise. */
async function questionsLike(db: Database, question: Question): Promise<Question[]> {
  const found: Question[] = []
  for (const [i, { without, anyOf }] of question.clauses.entries()) {
    const [term, ...others] = anyOf
    if (without || others.length > 0 || !term) continue
    for (const other of await termsLike(db, term)) {
      const clause: Clause = { without, anyOf: [other] }
      found.push({ ...question, clauses: question.clauses.with(i, clause) })
    }
  }
  return found
}

async function termsLike(db: Database, term: Term): Promise<Term[]> {
  if (term.kind !== 'word' && term.kind !== 'author') return []
  const [piece, ...others] = askedPieces(term.text)
  if (piece?.kind !== 'word' || others.length > 0) return []
  const words = await wordsLike(db, piece.folded, await indexedLanguages(db))
  return words.map((word) => ({ kind: term.kind, text: word }))
}

import type { Question, Term } from '../../domain/question.ts'
import { askedPieces } from '../search/asked.ts'

/** A single letter begins too many words. */
const shortest = 2

/** The question with each of these folded words as the beginning of others; null where it has none of them. */
export function withBeginnings(question: Question, words: ReadonlySet<string>): Question | null {
  const isOfThem = ({ folded }: { folded: string }) => words.has(folded)
  const widen = (term: Term): Term =>
    term.kind === 'word' && term.text.length >= shortest && askedPieces(term.text).some(isOfThem)
      ? { ...term, kind: 'beginning' }
      : term
  const clauses = question.clauses.map((clause) =>
    clause.without ? clause : { ...clause, anyOf: clause.anyOf.map(widen) },
  )
  const isWider = clauses.some(({ anyOf }, i) =>
    anyOf.some((term, j) => term.kind !== question.clauses[i]?.anyOf[j]?.kind),
  )
  return isWider ? { ...question, clauses } : null
}

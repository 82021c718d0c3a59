import type { Question, Term } from '../../domain/question.ts'

/** A single letter begins too many words. */
const shortest = 2

/** The question with each plain word as the beginning of others; null where it has none. */
export function withBeginnings(question: Question): Question | null {
  const widen = (term: Term): Term =>
    term.kind === 'word' && term.text.length >= shortest ? { ...term, kind: 'beginning' } : term
  const clauses = question.clauses.map((clause) =>
    clause.without ? clause : { ...clause, anyOf: clause.anyOf.map(widen) },
  )
  const isWider = clauses.some(({ anyOf }, i) =>
    anyOf.some((term, j) => term.kind !== question.clauses[i]?.anyOf[j]?.kind),
  )
  return isWider ? { ...question, clauses } : null
}

import type { Clause, Question, Term } from '../../domain/question.ts'

/** A question as it may be typed: `readQuestion` reads the same from it. */
export function printQuestion({ clauses, after, before }: Question): string {
  return [...clauses.map(printClause), ...printDays(after, before)].join(' ')
}

/** One part of a question. */
export function printClause({ without, anyOf }: Clause): string {
  return `${without ? '-' : ''}${anyOf.map(printTerm).join(' OR ')}`
}

/** The days of a question, in as many parts as can be left out. */
export function printDays(after: string | null, before: string | null): string[] {
  if (after && before === Temporal.PlainDate.from(after).add({ days: 1 }).toString()) {
    return [`on:${after}`]
  }
  return [after && `after:${after}`, before && `before:${before}`].filter((part) => part !== null)
}

const originOperators = { author: 'by', feed: 'from', tag: 'in' } as const

function printTerm(term: Term): string {
  switch (term.kind) {
    case 'word':
      return term.text
    case 'beginning':
      return `${term.text}*`
    case 'phrase':
      return `"${term.text}"`
    case 'kind':
      return `kind:${term.value}`
    case 'lang':
      return `lang:${term.code}`
    default:
      return `${originOperators[term.kind]}:${/^[\p{L}\p{N}\p{M}]+$/u.test(term.text) ? term.text : `"${term.text}"`}`
  }
}

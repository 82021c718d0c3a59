import type { Clause, Question, Term } from '../../domain/question.ts'
import { kindIn, type Operator, spellingOf } from './operators.ts'

/** A question as it may be typed, with the operators of a language: `readQuestion` reads the same from it. */
export function printQuestion({ clauses, after, before }: Question, language = 'en'): string {
  const parts = clauses.map((clause) => printClause(clause, language))
  return [...parts, ...printDays(after, before, language)].join(' ')
}

/** One part of a question. */
export function printClause({ without, anyOf }: Clause, language = 'en'): string {
  const or = language === 'uk' ? ' АБО ' : ' OR '
  return `${without ? '-' : ''}${anyOf.map((term) => printTerm(term, language)).join(or)}`
}

/** A part of a question that may be left out. */
export function printPart(
  { clauses, after, before }: Question,
  part: number | 'days',
  language = 'en',
): string {
  if (part === 'days') return printDays(after, before, language).join(' ')
  const clause = clauses[part]
  return clause ? printClause(clause, language) : ''
}

/** The days of a question, in as many parts as can be left out. */
export function printDays(after: string | null, before: string | null, language = 'en'): string[] {
  const print = (operator: Operator, value: string) => `${spellingOf(operator, language)}:${value}`
  if (after && before === Temporal.PlainDate.from(after).add({ days: 1 }).toString()) {
    return [print('on', after)]
  }
  return [after && print('after', after), before && print('before', before)].filter(
    (part) => part !== null,
  )
}

const originOperators = { author: 'by', feed: 'from', tag: 'in' } as const

function printTerm(term: Term, language: string): string {
  const print = (operator: Operator, value: string) => `${spellingOf(operator, language)}:${value}`
  switch (term.kind) {
    case 'word':
      return term.text
    case 'beginning':
      return `${term.text}*`
    case 'phrase':
      return `"${term.text}"`
    case 'kind':
      return print('kind', kindIn(term.value, language))
    case 'lang':
      return print('lang', term.code)
    default: {
      const isWord = /^[\p{L}\p{N}\p{M}]+$/u.test(term.text)
      return print(originOperators[term.kind], isWord ? term.text : `"${term.text}"`)
    }
  }
}

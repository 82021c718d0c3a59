import type { Clause, Question, Term } from '../../domain/question.ts'
import { readDays } from './days.ts'
import { languageNamed } from './language-names.ts'
import { kindOf, type Operator, operatorOf } from './operators.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { printClause } from './print.ts'

/** What was typed and could not be taken as it was meant. */
export type QuestionNote = {
  /**
   * `not-operator`: it looks like one and is looked for as words, or excluded as such
   * (`not-operator-without`); `no-value`: an operator with nothing behind it; `not-day`: no day of the
   * calendar; `not-kind`, `not-language`: none that is known. All but the first two are left out.
   */
  kind:
    | 'not-operator'
    | 'not-operator-without'
    | 'no-value'
    | 'not-day'
    | 'not-kind'
    | 'not-language'
  words: string
}

export type ReadQuestion = { question: Question; notes: QuestionNote[] }

/**
 * Reads what a reader typed; any text is a question of some kind. Days are counted from `today`, the
 * reader's own.
 *
 * `"exact words"`, `-without`, `elect*`, `a OR b`, `by:portnikov`, `from:guardian`, `in:sport`,
 * `kind:column`, `lang:uk`, `after:2024-06-01`, `before:`, `on:14 June`, and the same in Ukrainian. A
 * quotation that is not closed ends with the text.
 */
export function readQuestion(text: string, today: Temporal.PlainDate): ReadQuestion {
  const clauses: Clause[] = []
  const notes: QuestionNote[] = []
  const days: { after: string | null; before: string | null } = { after: null, before: null }
  const pieces = withValues(piecesOf(text))
  /** Whether the piece before is looked for, and whether an OR stands behind it. */
  let isAsked = false
  let joins = false
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]
    if (!piece) break
    if (isOr(piece)) {
      joins = isAsked && !piece.without
      at++
      continue
    }
    const operator = piece.without ? undefined : dayOperator(piece.operator)
    if (operator && hasWord(piece.text)) {
      at += readDay(operator, pieces.slice(at, at + longestDay), today, days, notes)
      isAsked = false
      joins = false
      continue
    }
    const [first, ...rest] = termsOf(piece, notes)
    const last = clauses.at(-1)
    if (first && last && joins && !piece.without) {
      clauses[clauses.length - 1] = { ...last, anyOf: distinct([...last.anyOf, first]) }
    } else if (first) clauses.push({ without: piece.without, anyOf: [first] })
    for (const term of rest) clauses.push({ without: piece.without, anyOf: [term] })
    isAsked = first !== undefined && !piece.without
    joins = false
    at++
  }
  return { question: { clauses: distinctClauses(clauses), ...days }, notes }
}

/** A day of as many words: `on:14 червня 2024 року`. */
const longestDay = 4

/** Where it joins nothing, and behind a minus, it is left out; in small letters it is a word. */
const isOr = ({ operator, text, isQuoted }: Piece) =>
  !operator && !isQuoted && (text === 'OR' || text === 'АБО')

/** An operator behind whose colon nothing stands takes what comes next: `by: portnikov`. */
function withValues(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]]
    if (before && takesNext(before, piece)) return []
    if (!after || !takesNext(piece, after)) return piece
    const { text, isQuoted } = after
    return { ...piece, text, isQuoted, written: `${piece.written} ${after.written}` }
  })
}

function takesNext({ operator, text, isQuoted }: Piece, next: Piece): boolean {
  const isBare = operator !== null && operatorOf(operator) !== undefined && text === '' && !isQuoted
  return isBare && next.operator === null && !next.without && !isOr(next)
}

type DayOperator = 'after' | 'before' | 'on'

function dayOperator(name: string | null): DayOperator | undefined {
  const operator = name === null ? undefined : operatorOf(name)
  return operator === 'after' || operator === 'before' || operator === 'on' ? operator : undefined
}

/** Reads the days behind an operator, and returns how many pieces they took. */
function readDay(
  operator: DayOperator,
  pieces: readonly Piece[],
  today: Temporal.PlainDate,
  days: { after: string | null; before: string | null },
  notes: QuestionNote[],
): number {
  const end = pieces.findIndex((piece, i) => i > 0 && (piece.operator || piece.isQuoted))
  const spans = Array.from({ length: end === -1 ? pieces.length : end }, (_, i) =>
    pieces.slice(0, i + 1),
  ).toReversed()
  const read = (words: string) => readDays(words.trim(), today)
  for (const span of spans) {
    const found = read(span.map(({ text }) => text).join(' '))
    if (!found) continue
    const [first, last] = [found.first.toString(), found.end.toString()]
    if (operator !== 'before') days.after = later(days.after, first)
    if (operator !== 'after') days.before = earlier(days.before, operator === 'on' ? last : first)
    return span.length
  }
  // What would be a day with another number is named whole: 31 June.
  const whole = spans.find((span) =>
    read(span.map(({ text }) => text.replace(/^\d+$/, '1')).join(' ')),
  )
  const named = whole ?? pieces.slice(0, 1)
  notes.push({ kind: 'not-day', words: named.map(({ written }) => written).join(' ') })
  return named.length
}

const later = (a: string | null, b: string) => (a !== null && a > b ? a : b)
const earlier = (a: string | null, b: string) => (a !== null && a < b ? a : b)

/** What a piece asks for: one term, or several where it is no operator but words. */
function termsOf(piece: Piece, notes: QuestionNote[]): Term[] {
  const { operator: name, text, isQuoted, written, without } = piece
  if (name === null) return wordsTerm(text, isQuoted)
  const operator = operatorOf(name)
  // Headlines have colons too: Kyiv: a new harbour.
  if (!operator && !hasWord(text)) return wordsTerm(name, false)
  if (!hasWord(text)) {
    notes.push({ kind: 'no-value', words: written })
    return []
  }
  if (operator && !dayOperator(name)) return filterTerm(operator, text, written, notes)
  // Also `-after:` and the like: there is nothing that days could be without.
  notes.push({ kind: without ? 'not-operator-without' : 'not-operator', words: `${name}:` })
  if (!isQuoted) return wordsTerm(`${name}:${text}`, false)
  return [...wordsTerm(name, false), ...wordsTerm(text, true)]
}

function filterTerm(
  operator: Operator,
  text: string,
  written: string,
  notes: QuestionNote[],
): Term[] {
  switch (operator) {
    case 'by':
      return [{ kind: 'author', text: trimmed(text) }]
    case 'from':
      return [{ kind: 'feed', text: trimmed(text) }]
    case 'in':
      return [{ kind: 'tag', text: trimmed(text) }]
    case 'kind': {
      const value = kindOf(trimmed(text))
      if (!value) notes.push({ kind: 'not-kind', words: written })
      return value ? [{ kind: 'kind', value }] : []
    }
    case 'lang': {
      const code = languageNamed(trimmed(text))
      if (!code) notes.push({ kind: 'not-language', words: written })
      return code ? [{ kind: 'lang', code }] : []
    }
    default:
      return []
  }
}

function wordsTerm(text: string, isQuoted: boolean): Term[] {
  if (!hasWord(text)) return []
  if (isQuoted) return [{ kind: 'phrase', text: text.trim() }]
  const word = trimmed(text)
  if (text.endsWith('*') && !/\s/.test(word)) return [{ kind: 'beginning', text: word }]
  // In small letters it is no operator to whoever reads it again.
  return [{ kind: 'word', text: word === 'OR' || word === 'АБО' ? word.toLowerCase() : word }]
}

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Without the marks around it. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}\p{M}]+$/u, '')
}

function distinct(terms: readonly Term[]): Term[] {
  const keys = terms.map((term) => keyOf([term]))
  return terms.filter((_, i) => keys.indexOf(keys[i] ?? '') === i)
}

function distinctClauses(clauses: readonly Clause[]): Clause[] {
  const seen = new Map<string, Clause>()
  for (const clause of clauses) {
    const key = `${clause.without}${keyOf(clause.anyOf)}`
    if (!seen.has(key)) seen.set(key, clause)
  }
  return [...seen.values()]
}

function keyOf(anyOf: readonly Term[]): string {
  return printClause({ without: false, anyOf }).normalize('NFKC').toLowerCase()
}

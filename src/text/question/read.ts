import type { Clause, Question, Term } from '../../domain/question.ts'
import { type Days, readDays } from './days.ts'
import { languageNamed } from './language-names.ts'
import { kindOf, type Operator, operatorOf } from './operators.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { printClause } from './print.ts'
import { type DayOperator, type DayPart, type SpanNote, spanOf } from './span.ts'

/** What was typed and could not be taken as it was meant. */
export type QuestionNote = SpanNote | OwnNote

type OwnNote = {
  /**
   * `not-operator`: it looks like one and is looked for as words, or excluded as such
   * (`not-operator-without`); `no-star`: an author with a star, read without it;
   * `no-value`: an operator with nothing behind it; `not-day`: no day of the calendar; `days-without`: days
   * behind a minus; `not-kind`, `not-language`: none that is known. All but the first three are left out.
   */
  kind:
    | 'not-operator'
    | 'not-operator-without'
    | 'no-star'
    | 'no-value'
    | 'not-day'
    | 'days-without'
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
  const days: DayPart[][] = []
  const pieces = withValues(piecesOf(text))
  let before: 'term' | 'days' | null = null
  /** The OR behind it. */
  let or: string | null = null
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]
    if (!piece) break
    if (isOr(piece)) {
      or = before && !piece.without ? piece.text : null
      at++
      continue
    }
    const operator = dayOperator(piece.operator)
    if (operator && hasWord(piece.text)) {
      const { length, part } = readDay(operator, pieces.slice(at, at + longestDay), today, notes)
      const last = days.at(-1)
      if (part && last && or && before === 'days') {
        last.push({ ...part, written: `${or} ${part.written}` })
      } else if (part) days.push([part])
      at += length
      before = part && 'days'
    } else {
      const [first, ...rest] = termsOf(piece, notes)
      const last = clauses.at(-1)
      if (first && last && or && before === 'term' && !piece.without) {
        clauses[clauses.length - 1] = { ...last, anyOf: distinct([...last.anyOf, first]) }
      } else if (first) clauses.push({ without: piece.without, anyOf: [first] })
      for (const term of rest) clauses.push({ without: piece.without, anyOf: [term] })
      at++
      before = first && !piece.without ? 'term' : null
    }
    or = null
  }
  const span = spanOf(days, notes)
  return { question: { clauses: distinctClauses(clauses), ...span }, notes }
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

function dayOperator(name: string | null): DayOperator | undefined {
  const operator = name === null ? undefined : operatorOf(name)
  return operator === 'after' || operator === 'before' || operator === 'on' ? operator : undefined
}

/** Reads the days behind an operator, and says how many pieces they took. */
function readDay(
  operator: DayOperator,
  pieces: readonly Piece[],
  today: Temporal.PlainDate,
  notes: QuestionNote[],
): { length: number; part: DayPart | null } {
  const end = pieces.findIndex(
    ({ operator, isQuoted, without }, i) => i > 0 && (operator || isQuoted || without),
  )
  const whole = pieces.slice(0, end === -1 ? pieces.length : end)
  const { days, length } = longestDays(
    whole.map(({ text }) => text.trim()),
    today,
  )
  const written = whole
    .slice(0, length)
    .map((piece) => piece.written)
    .join(' ')
  if (days && !pieces[0]?.without) return { length, part: { operator, days, written } }
  notes.push({ kind: days ? 'days-without' : 'not-day', words: written })
  return { length, part: null }
}

/** The days that most of the first words name; null also for what would be days with another number: 31 June 2023. */
function longestDays(
  words: readonly string[],
  today: Temporal.PlainDate,
): { days: Days | null; length: number } {
  const read = (span: readonly string[]) => readDays(span.join(' '), today)
  for (let length = words.length; length > 0; length--) {
    const span = words.slice(0, length)
    const days = read(span)
    const isWrong = !days && read(span.map((word) => word.replace(/^\d{1,2}$/, '1'))) !== null
    if ((days || isWrong) && !endsAside(span, read)) return { days, length }
  }
  return { days: null, length: 1 }
}

/** Whether the last word says nothing of the days: on:14 June news. */
function endsAside(
  span: readonly string[],
  read: (span: readonly string[]) => Days | null,
): boolean {
  if (/\d|^(?:р|рік|року|году?)\P{L}*$/iu.test(span.at(-1) ?? '')) return false
  const [days, less] = [read(span), read(span.slice(0, -1))]
  return days !== null && JSON.stringify(days) === JSON.stringify(less)
}

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
  if (operator) return filterTerm(operator, text, written, notes)
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
      if (text.endsWith('*')) notes.push({ kind: 'no-star', words: written })
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

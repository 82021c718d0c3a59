import type { Question, Term } from '../../domain/question.ts'
import { type AskedPiece, askedPieces } from '../../text/search/asked.ts'
import type { Wanted } from '../../text/search/excerpt.ts'
import { createNormaliser } from '../../text/search/normalise.ts'
import { letterPairs } from '../../text/words.ts'
import type { Database } from '../tables.ts'
import { feedsNamed, feedsTagged } from './search-feeds.ts'
import { marks } from './search-index.ts'
import { indexedLanguages, stemsOfBeginning, stemsOfWord } from './search-words.ts'

/** What FTS5 is asked for a clause. */
export type Part = {
  without: boolean
  /** Null where nothing can hold it. */
  expression: string | null
  /** A quotation, which holds in any form for FTS5, and as it stands for the reader. */
  exact: string | null
}

/** A question as FTS5 is asked it, clause by clause, and what is known of its words. */
export type Match = {
  parts: Part[]
  /** What is shown in bold. */
  wanted: Wanted
  /** The words that the index does not hold in any form. */
  missing: ReadonlySet<string>
  /** The names of feeds or tags that none bears. */
  unknown: string[]
  /** Whether more words begin so than are looked for. */
  isCut: boolean
}

// Marks stand in no word, so that only authors need a column of their own.
const anywhere = ''
const byAuthor = 'author : '
// Every article is of a kind: what is asked for by days alone, or only without something.
const everything = anyOf(anywhere, [marks.kind('news'), marks.kind('column')])

export async function matchOf(db: Database, { clauses }: Question): Promise<Match> {
  const reading = { ...newReading(), db, languages: await indexedLanguages(db) }
  // What is to be without shows nothing.
  const quiet = { ...reading, ...newReading(), unknown: reading.unknown }
  // A quotation is shown where it stands as it is, and not its words elsewhere.
  const quoted = { ...reading, stems: quiet.stems }
  const parts: Part[] = []
  for (const { without, anyOf } of clauses) {
    const [term, ...others] = anyOf
    const isExact = !without && others.length === 0 && term?.kind === 'phrase'
    const into = without ? quiet : isExact ? quoted : reading
    const found: string[] = []
    for (const term of anyOf) {
      const expression = await termExpression(term, into)
      if (expression !== null) found.push(expression)
    }
    const expression = found.length > 0 ? either(found) : null
    parts.push({ without, expression, exact: isExact ? term.text : null })
  }
  const { stems, beginnings, runs, missing, unknown, isCut } = reading
  const phrases = parts.flatMap(({ exact }) => exact ?? [])
  return {
    parts,
    wanted: { stems, beginnings: [...beginnings], runs: [...runs], phrases },
    ...{ missing, unknown, isCut },
  }
}

/**
 * All that FTS5 is asked, in which every word is quoted
 * (https://sqlite.org/fts5.html#full_text_query_syntax); null where nothing can be found. Without a part
 * that is wanted, all articles are.
 */
export function expressionOf(parts: readonly Part[]): string | null {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const { without, expression } of parts) {
    if (expression !== null) (without ? unwanted : wanted).push(`(${expression})`)
    else if (!without) return null
  }
  const all = wanted.length > 0 ? wanted.join(' AND ') : everything
  return `(${all})${unwanted.map((each) => ` NOT ${each}`).join('')}`
}

type Reading = {
  db: Database
  languages: string[]
  stems: Set<string>
  beginnings: Set<string>
  runs: Set<string>
  missing: Set<string>
  unknown: string[]
  isCut: boolean
}

const newReading = () => ({
  stems: new Set<string>(),
  beginnings: new Set<string>(),
  runs: new Set<string>(),
  missing: new Set<string>(),
  unknown: [],
  isCut: false,
})

/** What FTS5 is asked for a term; null where nothing can hold it. */
async function termExpression(term: Term, reading: Reading): Promise<string | null> {
  const { db } = reading
  switch (term.kind) {
    case 'kind':
      return anyOf(anywhere, [marks.kind(term.value)])
    case 'lang':
      return anyOf(anywhere, [marks.language(term.code)])
    case 'feed':
      return ofFeeds(await feedsNamed(db, term.text), term.text, reading)
    case 'tag':
      return ofFeeds(await feedsTagged(db, term.text), term.text, reading)
    case 'phrase':
      return phraseExpression(term.text, reading)
    case 'author':
      return allOf(await Promise.all(pieces(term.text).map((p) => piece(p, byAuthor, reading))))
    case 'word':
      return allOf(await Promise.all(pieces(term.text).map((p) => piece(p, anywhere, reading))))
    case 'beginning':
      return beginningExpression(pieces(term.text), reading)
  }
}

/** Foreign words may be many in one: more pieces would be asked for than any article holds by chance. */
const mostPieces = 12
export const pieces = (text: string) => askedPieces(text).slice(0, mostPieces)

function ofFeeds(ids: number[], name: string, reading: Reading): string | null {
  if (ids.length === 0) reading.unknown.push(name)
  return ids.length === 0 ? null : anyOf(anywhere, ids.map(marks.feed))
}

async function piece(
  { kind, folded }: AskedPiece,
  columns: string,
  reading: Reading,
): Promise<string> {
  if (kind === 'run') return runExpression(folded, columns, reading)
  const { stems, isKnown } = await stemsOfWord(reading.db, folded, reading.languages)
  for (const stem of stems) reading.stems.add(stem)
  if (!isKnown) reading.missing.add(folded)
  return anyOf(columns, stems)
}

function runExpression(run: string, columns: string, reading: Reading): string {
  reading.runs.add(run)
  // Each letter begins a token.
  return `${columns}${[...run].length === 1 ? `"${run}"*` : quoted(letterPairs(run))}`
}

async function beginningExpression(asked: AskedPiece[], reading: Reading): Promise<string | null> {
  const last = asked.at(-1)
  if (!last) return null
  const before = await Promise.all(asked.slice(0, -1).map((each) => piece(each, anywhere, reading)))
  if (last.kind === 'run') return allOf([...before, runExpression(last.folded, anywhere, reading)])
  const { stems, isCut } = await stemsOfBeginning(reading.db, last.folded, reading.languages)
  if (isCut) reading.isCut = true
  reading.beginnings.add(last.folded)
  // Numbers are not among the stems, and short words neither: the word itself is asked for as a word is.
  const itself = await stemsOfWord(reading.db, last.folded, reading.languages)
  for (const stem of itself.stems) reading.stems.add(stem)
  const begun = [anyOf(anywhere, stems.union(itself.stems))]
  if (/\d/.test(last.folded)) begun.push(`"${last.folded}"*`)
  return allOf([...before, either(begun)])
}

const normaliser = createNormaliser({ kept: 2 ** 6 })

/** The words as texts of each language have them. */
function phraseExpression(text: string, reading: Reading): string | null {
  const asked = pieces(text)
  const words = asked.length < mostPieces ? text : asked.map(({ written }) => written).join(' ')
  const [first, second] = asked
  if (first?.kind === 'run' && !second) return runExpression(first.folded, anywhere, reading)
  for (const { kind, folded } of asked) if (kind === 'run') reading.runs.add(folded)
  const capitals = words.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  const phrases = new Set<string>()
  for (const language of ['en', 'uk', ...reading.languages]) {
    for (const spelt of [words, capitals]) {
      const tokens = normaliser.words(spelt, language).split(' ').filter(Boolean)
      for (const token of tokens) reading.stems.add(token)
      if (tokens.length > 0) phrases.add(quoted(withoutEnds(tokens, asked)))
    }
  }
  return phrases.size === 0 ? null : either([...phrases])
}

/** The lone letter that ends a run stands only where the run of the text ends. */
function withoutEnds(tokens: string[], asked: readonly AskedPiece[]): string[] {
  const last = asked.at(-1)
  const isRun = last?.kind === 'run' && [...last.folded].length > 1
  return isRun ? tokens.slice(0, -1) : tokens
}

// Nothing that a reader types is syntax: words hold letters and digits alone.
const quoted = (tokens: readonly string[]) => `"${tokens.join(' ')}"`

function anyOf(columns: string, tokens: Iterable<string>): string {
  return `${columns}(${Array.from(tokens, (token) => `"${token}"`).join(' OR ')})`
}

/** What holds any of some words, as the index has them. */
export const anyWord = (words: Iterable<string>) => anyOf(anywhere, words)

function either(expressions: readonly string[]): string {
  return expressions.map((each) => `(${each})`).join(' OR ')
}

function allOf(expressions: readonly string[]): string | null {
  return expressions.length === 0 ? null : expressions.map((each) => `(${each})`).join(' AND ')
}

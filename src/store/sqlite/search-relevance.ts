import { sql } from 'kysely'
import type { Clause, Question, Term } from '../../domain/question.ts'
import { toldAgain } from '../../text/search/met-stems.ts'
import { unspaced } from '../../text/words.ts'
import type { Database } from '../tables.ts'
import { indexedThrough } from './search-index.ts'
import { anyWord, expressionOf, type Match, matchOf, type Part, pieces } from './search-match.ts'
import { index } from './search-schema.ts'
import { type Hit, newestFirst, whole } from './search-walk.ts'

/** How much a word counts in text, title, lead and author; marks do not. */
const weights = [1, 10, 4, 4, 0]

/**
 * Before it scores, FTS5 counts for each word and each mark how many articles of the whole archive hold it. So
 * many in all take it some 40 ms; the words that most articles hold tell the least.
 */
const mostCounted = 1_000_000

/** FTS5 soon reads over so many articles that hold the words but are not among the hits. */
const mostOthers = 100_000

/**
 * Orders hits, which come newest first, by bm25 (Robertson and Zaragoza 2009) of the words that tell the most.
 * The hits are `share` of all matches.
 */
export async function byRelevance(
  db: Database,
  question: Question,
  match: Match,
  hits: readonly Hit[],
  share: number,
): Promise<Hit[]> {
  const expression = await scoredExpression(db, question, match, share)
  if (expression === null) return hits.toSorted(newestFirst)
  const rows = hits.map(({ row }) => row)
  // Without the plus, SQLite would ask FTS5 for one row at a time, and each time it would count again.
  const { rows: scores } = await sql<{ row: number; score: number }>`
    select rowid as row, bm25(article_search_text, ${sql.join(weights.map((w) => sql.lit(w)))}) as score
    from article_search_text where article_search_text match ${expression}
    and rowid between ${whole(rows.at(-1) ?? 0)} and ${whole(rows[0] ?? 0)}
    and +rowid in (select value from json_each(${JSON.stringify(rows)}))`.execute(db)
  const scoreOf = new Map(scores.map(({ row, score }) => [row, score]))
  return hits.toSorted(
    (a, b) => (scoreOf.get(a.row) ?? 0) - (scoreOf.get(b.row) ?? 0) || newestFirst(a, b),
  )
}

/** What is scored: the rarest words, as many as are soon counted; null where the question has none. */
async function scoredExpression(
  db: Database,
  { clauses, ...days }: Question,
  { parts }: Match,
  share: number,
): Promise<string | null> {
  const apart = clauses.map(wordByWord)
  const others = parts.filter((part, i) => !part.without && apart[i]?.length === 0)
  const words = apart.flat()
  const scored = (await matchOf(db, { clauses: words, ...days })).parts
  const { holding, isKnown } = await countsOf(db, scored.flatMap(wordsIn))
  const counted = (part: Part) => wordsIn(part).reduce((sum, word) => sum + holding(word), 0)
  const telling = rarestOf(scored, counted)
  const [rarest] = telling
  if (!rarest) return null
  const count = counted(rarest)
  const isSoonRead = count * share < mostOthers
  if (count > mostCounted && isBeginning(words[scored.indexOf(rarest)])) {
    // Many words begin so; of those that are not known the word itself is one.
    const some = rarestOf(wordsIn(rarest), (word) => (isKnown(word) ? holding(word) : 0))
    telling[0] = { ...rarest, expression: anyWord(some) }
  }
  return expressionOf(isSoonRead ? telling : [...telling, ...others])
}

/** The rarest of what so many articles hold: as many as are soon counted, and one at least. */
function rarestOf<T>(all: readonly T[], articles: (one: T) => number): T[] {
  let counted = 0
  return all
    .map((one) => ({ one, count: articles(one) }))
    .toSorted((a, b) => a.count - b.count)
    .filter(({ count }, i) => {
      counted += count
      return i === 0 || counted <= mostCounted
    })
    .map(({ one }) => one)
}

/** The words of a clause, each in a clause of its own where all are asked for; none of what is no word, or unwanted. */
function wordByWord({ without, anyOf }: Clause): Clause[] {
  const terms = anyOf.map(wordsOfTerm)
  if (without || terms.some(({ length }) => length === 0)) return []
  if (terms.length > 1) return [{ without, anyOf: terms.flat() }]
  return terms.flat().map((term) => ({ without, anyOf: [term] }))
}

/** Whether it asks for words that begin so, but not for numbers and runs of letters, which are none of the stems. */
function isBeginning(clause: Clause | undefined): boolean {
  const isOfWord = (term: Term) =>
    term.kind === 'beginning' && !/\d/.test(term.text) && !unspaced.test(term.text)
  return clause?.anyOf.every(isOfWord) ?? false
}

function wordsOfTerm(term: Term): Term[] {
  switch (term.kind) {
    case 'word':
    case 'phrase':
      return pieces(term.text).map(({ folded }) => ({ kind: 'word', text: folded }))
    case 'author':
      return pieces(term.text).map(({ folded }) => ({ kind: 'author', text: folded }))
    case 'beginning':
      return pieces(term.text).map(({ folded }, i, { length }) => ({
        kind: i === length - 1 ? 'beginning' : 'word',
        text: folded,
      }))
    default:
      return []
  }
}

/** Every word that FTS5 is asked for stands in quotes. */
function wordsIn({ expression }: Part): string[] {
  return Array.from(expression?.matchAll(/"([^"]*)"/g) ?? [], ([, words = '']) => words)
}

/** How many articles hold a word, at the most; of short words, numbers and the like that is not known. */
async function countsOf(db: Database, words: readonly string[]) {
  const all = await indexedThrough(db)
  const met = await index(db)
    .selectFrom('article_search_stem')
    .select((e) => ['stem', e('capital', '+', e.ref('small')).as('times')])
    .where('stem', 'in', words)
    .execute()
  const times = new Map(met.map(({ stem, times }) => [stem, times]))
  return {
    holding: (word: string) => Math.min((times.get(word) ?? all) * toldAgain, all),
    isKnown: (word: string) => times.has(word),
  }
}

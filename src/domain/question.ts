/** The most parts of a question: each one costs a look at the index. */
export const mostParts = 8

/** So many of the newest hits are looked at, which is as far as pages go; others are counted about. */
export const mostHits = 1000

/** What an article may hold: a word in any of its forms, words as they stand, or words that begin so. */
type Words = { kind: 'word' | 'phrase' | 'beginning'; text: string }

/** Who wrote it, the feed that it came by, or the tag of that feed. */
type Origin = { kind: 'author' | 'feed' | 'tag'; text: string }

export type Term =
  | Words
  | Origin
  | { kind: 'kind'; value: 'news' | 'column' }
  | { kind: 'lang'; code: string }

/** A part of a question: one of its terms must hold, or with `without` none. */
export type Clause = { without: boolean; anyOf: readonly Term[] }

/**
 * What a reader asks of the archive: all clauses, and the days of publication from `after` on and up to
 * the one before `before` (ISO dates). It passes between threads. text/question reads and prints it.
 */
export type Question = {
  clauses: readonly Clause[]
  after: string | null
  before: string | null
}

const kindsOfWords = new Set(['word', 'phrase', 'beginning', 'author'])

/** Whether it asks for words, by which articles can be ranked, and not only for what bears them. */
export function asksForWords({ clauses }: Question): boolean {
  return clauses.some(
    ({ without, anyOf }) => !without && anyOf.some(({ kind }) => kindsOfWords.has(kind)),
  )
}

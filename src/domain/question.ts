/** The most different words of a question: each one costs a look through all articles. */
export const mostWords = 8

/**
 * The different words of a question, in their order. A word that another one begins with says
 * nothing more than that one, as each is looked for by its beginning. Marks without a letter or digit
 * are no words.
 */
export function questionWords(text: string): string[] {
  const words = new Map<string, string>()
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const key = folded(word)
    if (key !== '' && !words.has(key)) words.set(key, word)
  }
  const keys = [...words.keys()]
  const says = (key: string) =>
    isOneLetter(key) || !keys.some((other) => other !== key && other.startsWith(key))
  return [...words].flatMap(([key, word]) => (says(key) ? [word] : []))
}

/** A single letter begins too many words: it is looked for as a word of its own. */
export function isOneLetter(word: string): boolean {
  return [...folded(word)].length === 1
}

/** As the index of articles compares words: without capitals and accents. */
function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** More hits than these are not counted; their numbers pass between threads. */
export const mostHits = 1000

/**
 * The numbers of the articles that hold every word, newest first: of more than `mostHits` one more than
 * that. `late` when its time is up, `busy` when too many wait already.
 */
export type Search = { kind: 'found'; ids: number[] } | { kind: 'late' } | { kind: 'busy' }

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

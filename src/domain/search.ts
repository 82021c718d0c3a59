import type { Article } from './article.ts'
import type { Question } from './question.ts'

// What passes between whoever asks the archive and the thread that looks.

/** Newest first; or by relevance, among the newest that there are. */
export type SearchOrder = 'newest' | 'relevance'

/** Published in [fromMs, untilMs), where they are given. */
type Span = { fromMs: number | null; untilMs: number | null }

/** The same; articles of which only the day is known bear its beginning in UTC, and have a span of their own. */
export type PublishedSpan = Span & { dated?: Span }

export type SearchRequest = PublishedSpan & {
  question: Question
  order: SearchOrder
  /** How many entries stand on the pages before. */
  offset: number
  /** How many entries a page holds at most. */
  limit: number
  /** The numbers of every article that holds the words as they are, not only of the first of each story. */
  isEveryArticle?: boolean
}

/** A piece of an article's text, and where the words that were asked for stand in it: [start, end). */
export type Excerpt = { text: string; marks: [number, number][] }

/** The article that stands for a story, or for itself. */
export type SearchHit = {
  articleId: number
  excerpt: Excerpt | null
  /** Null where it is not to be seen any more, and with `isEveryArticle`. */
  article: Article | null
  /** How many articles tell of the story, and of how many feeds they are. */
  articles: number
  sources: number
}

/** A part of a question, by its place among the clauses (`days` for all days), without which there is something. */
export type Spare = number | 'days'

export type SearchFound = {
  kind: 'found'
  hits: SearchHit[]
  /** How many articles there are; `isAbout` where they were not all counted. */
  total: number
  isAbout: boolean
  /** Whether there is a page after this one. */
  hasMore: boolean
  /** Words were looked for as beginnings, since nothing holds them as they are. */
  isWidened: boolean
  /** Time was up before everything was looked at, or not everything is in the index yet. */
  isPartial: boolean
  /** More words begin so than are looked for. */
  isCut: boolean
  /** The names of feeds or tags that none bears. */
  unknown: string[]
}

export type SearchNothing = {
  kind: 'nothing'
  isPartial: boolean
  /** Questions that are spelt nearly so and find something, the likeliest first. */
  meant: Question[]
  spare: Spare[]
  /** The names of feeds or tags that none bears. */
  unknown: string[]
}

/** `late` when time was up before anything was found, `busy` when too many wait already. */
export type Search = SearchFound | SearchNothing | { kind: 'late' } | { kind: 'busy' }

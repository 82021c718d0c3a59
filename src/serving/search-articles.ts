import type { Article } from '../domain/article.ts'
import { mostHits, mostWords, questionWords } from '../domain/question.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { zoneOf } from './preferences.ts'
import type { Serving } from './serving.ts'

/** How many results a page has at most. */
export const resultsPerPage = 10

/** The longest question, in UTF-16 units. */
const longestQuestion = 200

export type SearchResults = {
  kind: 'found'
  /** What was looked for. */
  words: string[]
  /** How many articles were found, of which there may be `more`. */
  total: number
  more: boolean
  /** Those of the page, newest first, that are still in sight. */
  articles: Article[]
  /** The number of the first result past the page. */
  end: number
  /** The chat's. */
  zone: string
}

export type SearchOutcome =
  | SearchResults
  | { kind: 'no-words' }
  | { kind: 'long'; limit: number; words: number }
  /** The time was up, or too many others search. */
  | { kind: 'late' | 'busy' }

/** Looks for the articles that hold all words of a chat's question; a page of them from `offset` on. */
export async function searchArticles(
  serving: Pick<Serving, 'db' | 'defaults' | 'findArticles'>,
  chatId: number,
  { question, offset }: { question: string; offset: number },
): Promise<SearchOutcome> {
  const words = questionWords(question)
  if (words.length === 0) return { kind: 'no-words' }
  if (question.length > longestQuestion || words.length > mostWords) {
    return { kind: 'long', limit: longestQuestion, words: mostWords }
  }
  const search = await serving.findArticles(words)
  if (search.kind !== 'found') return search
  const hits = search.ids.slice(0, mostHits)
  const page = hits.slice(offset, offset + resultsPerPage)
  const found = await articlesByIds(serving.db, page)
  return {
    kind: 'found',
    words,
    total: hits.length,
    more: search.ids.length > mostHits,
    articles: page.flatMap((id) => found.get(id) ?? []),
    end: offset + page.length,
    zone: await zoneOf(serving, chatId),
  }
}

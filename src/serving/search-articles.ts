import type { Article } from '../domain/article.ts'
import { mostHits, mostWords, questionWords } from '../domain/question.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { zoneOf } from './preferences.ts'
import type { Serving } from './serving.ts'

/** The most results on a page. */
export const resultsPerPage = 10

/** The longest question, in UTF-16 units. */
const longestQuestion = 200

export type SearchResults = {
  kind: 'found'
  /** The words that were searched for. */
  words: string[]
  /** The number of articles found; with `more`, there are others beyond the limit. */
  total: number
  more: boolean
  /** The articles of this page that are still visible, newest first. */
  articles: Article[]
  /** The offset of the first result after this page. */
  end: number
  /** The chat's zone, for dates and times. */
  zone: string
}

export type SearchOutcome =
  | SearchResults
  | { kind: 'no-words' }
  | { kind: 'long'; limit: number; words: number }
  /** It took too long, or too many other searches wait. */
  | { kind: 'late' | 'busy' }

/** Returns a page of the articles that contain all words of a chat's question, from `offset` on. */
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

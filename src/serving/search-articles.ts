import type { Article } from '../domain/article.ts'
import type { Question } from '../domain/question.ts'
import type { Excerpt, SearchFound, SearchNothing, SearchOrder } from '../domain/search.ts'
import { spanOfDays } from './question-days.ts'
import type { Serving } from './serving.ts'

/** The usual number of entries on a page. */
export const resultsPerPage = 10

/** Which page of the answer, of how many entries, and in whose zone the days of the question are. */
export type PageWanted = { offset: number; order: SearchOrder; zone: string; limit?: number }

/** An article that was found; for a story the first of it. */
export type SearchEntry = {
  article: Article
  /** How many other feeds tell of the same story, and how many headlines beside one of each feed. */
  others: number
  further: number
  excerpt: Excerpt | null
}

export type SearchResults = Omit<SearchFound, 'hits'> & {
  /** The entries of this page that are still visible. */
  entries: SearchEntry[]
  /** Where the page begins: at the first entry where there is none at the offset that was asked for. */
  offset: number
  /** The offset of the first entry after this page. */
  end: number
}

export type SearchOutcome = SearchResults | SearchNothing | { kind: 'late' | 'busy' }

/** Returns a page of what a question finds in the archive. */
export async function searchArticles(
  { findArticles }: Pick<Serving, 'findArticles'>,
  question: Question,
  page: PageWanted,
): Promise<SearchOutcome> {
  const { offset, order, zone, limit = resultsPerPage } = page
  const found = await findArticles({
    question,
    ...spanOfDays(question, zone),
    order,
    offset,
    limit,
  })
  if (found.kind !== 'found') return found
  const { hits, ...counted } = found
  if (hits.length === 0 && offset > 0) {
    return searchArticles({ findArticles }, question, { ...page, offset: 0 })
  }
  const entries = hits.flatMap(({ article, articles, sources, excerpt }) =>
    article ? [{ article, others: sources - 1, further: articles - sources, excerpt }] : [],
  )
  return { ...counted, entries, offset, end: offset + hits.length }
}

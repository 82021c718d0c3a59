import type { Search, SearchRequest } from '../../src/domain/search.ts'
import { articlesByIds } from '../../src/store/article-rows.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { readQuestion } from '../../src/text/question/read.ts'

/** What a reader who types this asks for, on the first page unless told otherwise. */
export function requestFor(typed: string, given: Partial<SearchRequest> = {}): SearchRequest {
  const { question } = readQuestion(typed, Temporal.PlainDate.from('2024-06-14'))
  const ms = (day: string | null) =>
    day === null ? null : Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
  return {
    question,
    fromMs: ms(question.after),
    untilMs: ms(question.before),
    order: 'newest',
    offset: 0,
    limit: 10_000,
    ...given,
  }
}

/** The numbers of the articles that an answer has. */
export const idsOf = (found: Search): number[] =>
  found.kind === 'found' ? found.hits.map(({ articleId }) => articleId) : []

/** The titles of the articles that a question finds, in order. */
export async function titlesFound(
  db: Database,
  typed: string,
  given: Partial<SearchRequest> = {},
): Promise<string[]> {
  const ids = idsOf(await findArticles(db, requestFor(typed, given)))
  const articles = await articlesByIds(db, ids)
  return ids.flatMap((id) => articles.get(id)?.title ?? [])
}

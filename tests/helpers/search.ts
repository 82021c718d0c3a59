import { questionWords } from '../../src/domain/question.ts'
import { articlesByIds } from '../../src/store/article-rows.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import type { Database } from '../../src/store/tables.ts'

/** The titles of the articles that a question finds, in order. */
export async function titlesFound(db: Database, question: string): Promise<string[]> {
  const ids = await findArticles(db, questionWords(question))
  const articles = await articlesByIds(db, ids)
  return ids.flatMap((id) => articles.get(id)?.title ?? [])
}

import type { Article } from '../../domain/article.ts'
import { articlesByIds, type Title, titlesKnown } from '../../store/article-rows.ts'
import type { Database } from '../../store/tables.ts'
import { keptNews } from './kept.ts'

/** More than the pages of a day show. */
const mostArticles = 5000

/** The articles of these numbers, by number; those that many pages show are loaded once. */
export async function loadArticles(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, Article>> {
  const { articles } = await keptNews(db)
  const found = new Map<number, Article>()
  for (const id of ids) {
    const article = articles.get(id)
    if (article) found.set(id, article)
  }
  const missing = ids.filter((id) => !found.has(id))
  const loaded = missing.length > 0 ? await articlesByIds(db, missing) : new Map<number, Article>()
  if (articles.size + loaded.size > mostArticles) articles.clear()
  for (const [id, article] of loaded) {
    articles.set(id, article)
    found.set(id, article)
  }
  return found
}

/** The headlines up to an arrival of each of these stories, or of those that they continue. */
export async function loadTitlesKnown(
  db: Database,
  storyIds: readonly number[],
  upTo: number,
): Promise<Map<number, readonly Title[]>> {
  const { titles } = await keptNews(db)
  const keyOf = (id: number) => `${upTo} ${id}`
  const missing = storyIds.filter((id) => !titles.has(keyOf(id)))
  const loaded = await titlesKnown(db, missing, upTo)
  for (const id of missing) titles.set(keyOf(id), loaded.get(id) ?? [])
  return new Map(storyIds.map((id) => [id, titles.get(keyOf(id)) ?? []]))
}

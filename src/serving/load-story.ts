import type { Article } from '../domain/article.ts'
import { articlesOfStory } from '../store/article-rows.ts'
import { zoneOf } from './preferences.ts'
import type { Serving } from './serving.ts'

/**
 * The articles of a story and the zone of who asks; null for none. First comes its lead, or the newest
 * that everybody can read where that is behind a paywall; then the others, the newest first.
 */
export async function loadStory(
  serving: Pick<Serving, 'db' | 'log' | 'now' | 'defaults'>,
  chatId: number,
  storyId: number,
): Promise<{ zone: string; articles: Article[] } | null> {
  const articles = await articlesOfStory(serving.db, storyId)
  if (articles.length === 0) return null
  const zone = await zoneOf(serving, chatId)
  const [lead, ...others] = articles
  if (!lead?.isPaid) return { zone, articles }
  const free = others.find(({ isPaid }) => !isPaid) ?? lead
  return { zone, articles: [free, ...articles.filter((article) => article !== free)] }
}

import type { Article } from '../domain/article.ts'
import { articlesOfStory } from '../store/article-rows.ts'
import { zoneOf } from './preferences.ts'
import type { Serving } from './serving.ts'

/** The articles of a story, its lead first and then the newest, and the zone of who asks; null for none. */
export async function loadStory(
  serving: Pick<Serving, 'db' | 'log' | 'now' | 'defaults'>,
  chatId: number,
  storyId: number,
): Promise<{ zone: string; articles: Article[] } | null> {
  const articles = await articlesOfStory(serving.db, storyId)
  if (articles.length === 0) return null
  return { zone: await zoneOf(serving, chatId), articles }
}

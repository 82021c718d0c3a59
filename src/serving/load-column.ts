import type { Article } from '../domain/article.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { readerOf } from './preferences.ts'
import type { Serving } from './serving.ts'
import { translateArticles, wantedLanguage } from './translated.ts'

/** The column of an article's number, in the reader's language if they want it translated and it is, and their zone; null for none. */
export async function loadColumn(
  serving: Pick<Serving, 'db' | 'defaults'>,
  topic: ChatTopic,
  articleId: number,
  t: Translate,
): Promise<{ zone: string; column: Article } | null> {
  const column = (await articlesByIds(serving.db, [articleId])).get(articleId)
  if (column?.kind !== 'column') return null
  const { zone, paper } = await readerOf(serving, topic)
  const translated = await translateArticles(serving.db, [column], wantedLanguage(paper, t))
  return { zone, column: translated.get(articleId) ?? column }
}

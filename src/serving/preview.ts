import type { EditionPart } from '../domain/delivery.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import type { Serving } from './serving.ts'
import { latestNews } from './show-news.ts'

/** Returns what a digest would bring a chat now, as messages; it changes nothing of what the chat has got. */
export async function previewDigest(
  serving: Serving,
  { chatId, coveredThrough }: Pick<Subscription, 'chatId' | 'coveredThrough'>,
  t: Translate,
): Promise<EditionPart[]> {
  const { parts } = await latestNews(serving, chatId, t, coveredThrough)
  return parts
}

import type { EditionPart } from '../domain/delivery.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import type { Serving } from './serving.ts'
import { latestNews } from './show-news.ts'

/** Returns what a digest would bring now, as messages; it changes nothing of what the subscription has got. */
export async function previewDigest(
  serving: Serving,
  subscription: Subscription,
  t: Translate,
): Promise<EditionPart[]> {
  const { parts } = await latestNews(serving, subscription, t, subscription.coveredThrough)
  return parts
}

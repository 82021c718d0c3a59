import type { EditionPart } from '../domain/delivery.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import { nextOwnHour } from './own-hours.ts'
import type { Serving } from './serving.ts'
import { latestNews } from './show-news.ts'

/** Returns what the next digest would bring now, as messages; it changes nothing of what the subscription has got. */
export async function previewDigest(
  serving: Serving,
  subscription: Subscription,
  t: Translate,
): Promise<EditionPart[]> {
  const own = nextOwnHour(subscription)
  const { coveredThrough } = own ?? subscription
  const { parts } = await latestNews(serving, subscription, t, coveredThrough, own?.time)
  return parts
}

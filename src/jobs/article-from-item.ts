import { kindFromFeed, type Summary } from '../domain/article.ts'
import { clip } from '../domain/clip.ts'
import type { FeedItem, FeedKind } from '../domain/feed.ts'
import { plainText } from '../feeds/plain-text.ts'
import type { NewArticle } from '../store/articles.ts'
import { leadSummary } from '../summaries/lead.ts'

/**
 * What is known of an article from its feed alone, before its page is read. Null for an item that
 * has no address or no words. A missing date, or one in the future, becomes `now`.
 */
export function articleFromItem(
  item: FeedItem,
  feedKind: FeedKind,
  now: Temporal.Instant,
): NewArticle | null {
  if (!item.url || !item.title) return null
  const blurb = plainText(item.summary ?? '')
  const body = plainText(item.content ?? '')
  const kind = kindFromFeed(feedKind)
  return {
    itemId: item.id,
    url: item.url,
    title: item.title,
    author: item.author,
    kind,
    publishedAt: earlier(item.publishedAt ?? now, now),
    summary: feedSummary(blurb || body),
    standfirst: kind === 'column' && blurb ? clip(blurb, 1000) : null,
    body: body || blurb || null,
  }
}

function feedSummary(words: string): Summary | null {
  const lead = leadSummary(words, null)
  return lead === null ? null : { text: lead, origin: 'feed' }
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}

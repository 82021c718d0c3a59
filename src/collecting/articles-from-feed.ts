import { isRole } from '../articles/person-name.ts'
import { itemAddress, pageOf } from '../domain/address.ts'
import { kindFromFeed, type Summary } from '../domain/article.ts'
import type { FeedItem, FeedKind, ParsedFeed } from '../domain/feed.ts'
import type { NewArticle } from '../store/articles.ts'
import { clip, clipSentences } from '../text/clip.ts'
import { plainText } from '../text/plain-text.ts'

/**
 * What is known of a feed's articles from the feed alone, before their pages are read. Items without
 * an address or without words are left out. A missing date, or one in the future, becomes `now`. An
 * office (`admin`) or the feed itself is no author: its page may know a better one.
 */
export function articlesFromFeed(
  { title, items, format = '' }: Pick<ParsedFeed, 'title' | 'items'> & Partial<ParsedFeed>,
  feedKind: FeedKind,
  now: Temporal.Instant,
): NewArticle[] {
  const addresses = articleAddresses(items)
  const isByTime = areByTime(items)
  return items.flatMap((item, i) => {
    const url = addresses.get(item)
    if (!url || !item.title) return []
    const author = authorOf(item, title)
    const place = isByTime ? null : i
    const publishedAt = middleOfDay(item, format)
    const dated = { ...item, author, publishedAt }
    return [{ ...articleFromItem(dated, url, feedKind, now), place }]
  })
}

/** Whether a feed's order says nothing more than its dates do. */
function areByTime(items: readonly FeedItem[]): boolean {
  const ms = items.flatMap(({ publishedAt }) => publishedAt?.epochMilliseconds ?? [])
  const isUndated = ms.length < items.length
  const falls = ms.every((at, i) => i === 0 || at <= (ms[i - 1] ?? at))
  const rises = ms.every((at, i) => i === 0 || at >= (ms[i - 1] ?? at))
  return isUndated || falls || rises
}

function articleFromItem(
  item: FeedItem,
  url: string,
  feedKind: FeedKind,
  now: Temporal.Instant,
): Omit<NewArticle, 'place'> {
  const blurb = plainText(item.summary ?? '')
  const body = plainText(item.content ?? '')
  const kind = kindFromFeed(feedKind)
  const precision = item.publishedAt === null ? 'none' : (item.precision ?? 'minute')
  return {
    itemId: item.id,
    url,
    title: item.title,
    author: item.author,
    kind,
    publishedAtMs: momentOf(item, now.epochMilliseconds),
    precision,
    summary: feedSummary(blurb || body),
    standfirst: kind === 'column' && blurb ? clip(blurb, 1000) : null,
    body: body || blurb || null,
  }
}

/** A feed names a day alone by its first moment where it is written, a listing by noon. */
function middleOfDay({ publishedAt, precision }: FeedItem, format: string) {
  const isFirstMoment = precision === 'day' && format !== 'listing'
  return isFirstMoment ? (publishedAt?.add({ hours: 12 }) ?? null) : publishedAt
}

/**
 * Where only the day is known, the middle of what has passed of it, so that it neither leads nor trails
 * the day; such a day may not have begun here yet.
 */
function momentOf({ publishedAt, precision }: FeedItem, nowMs: number): number {
  const atMs = publishedAt?.epochMilliseconds ?? nowMs
  if (precision !== 'day') return Math.min(atMs, nowMs)
  const startMs = Math.floor(Math.min(atMs, nowMs + dayMs / 2) / dayMs) * dayMs
  const endMs = Math.max(startMs, Math.min(startMs + dayMs, nowMs))
  return Math.round((startMs + endMs) / 2)
}

const dayMs = 86_400_000

function authorOf({ author }: FeedItem, feedTitle: string | null): string | null {
  const names = author?.split(', ').filter((name) => name !== feedTitle && !isRole(name))
  return names?.join(', ') || null
}

/**
 * The address by which each item's article is known: the canonical one, unless the fragment is all
 * that tells items of one page apart, as in a live blog.
 */
function articleAddresses(items: readonly FeedItem[]): Map<FeedItem, string> {
  const anchors = new Map<string, Set<string>>()
  const known = items.flatMap((item) => {
    const anchor = item.url && itemAddress(item.url)
    if (!anchor) return []
    const page = pageOf(anchor)
    anchors.set(page, (anchors.get(page) ?? new Set()).add(anchor))
    return [{ item, anchor, page }]
  })
  return new Map(
    known.map(({ item, anchor, page }) => {
      const isShared = (anchors.get(page)?.size ?? 0) > 1
      return [item, isShared ? anchor : page]
    }),
  )
}

function feedSummary(words: string): Summary | null {
  return /\p{L}/u.test(words) ? { text: clipSentences(words, 300), origin: 'feed' } : null
}

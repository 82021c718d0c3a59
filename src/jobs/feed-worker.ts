// Runs in a thread of the pool: parsing a feed and summarising its items takes long and must not hold
// the bot. Instants pass between threads as epoch milliseconds.
import { describeError } from '../domain/describe-error.ts'
import type { FeedItem, FeedKind, ParsedFeed } from '../domain/feed.ts'
import { decodeFeed } from '../feeds/decode.ts'
import { parseFeed } from '../feeds/parse.ts'
import type { NewArticle } from '../store/articles.ts'
import { articlesFromFeed } from './articles-from-feed.ts'

/** A document as it came over the wire, and its address where that is known. */
export type RawDocument = { bytes: Uint8Array; contentType: string | null; url: string | null }

/** With a `feedKind` the articles of a feed of that kind are wanted, without one its items. */
export type FeedTask = RawDocument & { feedKind: FeedKind | null; nowMs: number }

export type FeedTaskResult =
  | {
      kind: 'feed'
      head: Omit<ParsedFeed, 'items'>
      publishedMs: number[]
      items: PassedItem[]
      articles: PassedArticle[]
    }
  | { kind: 'unreadable'; reason: string }

type PassedItem = Omit<FeedItem, 'publishedAt'> & { publishedAtMs: number | null }
type PassedArticle = Omit<NewArticle, 'publishedAt'> & { publishedAtMs: number }

export default async function run(task: FeedTask): Promise<FeedTaskResult> {
  const { feedKind, nowMs } = task
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs)
  try {
    const text = await decodeFeed(task.bytes, task.contentType)
    const { items, ...head } = await parseFeed(text, task.url, now)
    return {
      kind: 'feed',
      head,
      publishedMs: items.flatMap(({ publishedAt }) => publishedAt?.epochMilliseconds ?? []),
      items: feedKind === null ? items.map(passItem) : [],
      articles: feedKind === null ? [] : articlesFromFeed(items, feedKind, now).map(passArticle),
    }
  } catch (error) {
    return { kind: 'unreadable', reason: describeError(error) }
  }
}

function passItem({ publishedAt, ...item }: FeedItem): PassedItem {
  return { ...item, publishedAtMs: publishedAt?.epochMilliseconds ?? null }
}

function passArticle({ publishedAt, ...article }: NewArticle): PassedArticle {
  return { ...article, publishedAtMs: publishedAt.epochMilliseconds }
}

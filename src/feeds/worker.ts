// Runs in a thread of the pool: parsing a feed takes long and must not hold the bot.
import type { FeedItem, ParsedFeed } from '../domain/feed.ts'
import { decodeFeed } from './decode.ts'
import { parseFeed } from './parse.ts'
import { plainText } from './plain-text.ts'

/** A document as it came over the wire, and its address where that is known. */
export type RawDocument = { bytes: Uint8Array; contentType: string | null; url: string | null }

/** Whether summaries and contents stay HTML or are reduced to their words, which weigh less. */
export type TextForm = 'html' | 'words'

export type Job = RawDocument & { kind: 'feed'; form: TextForm; nowMs: number }

/** What passes back between threads: instants are epoch milliseconds. */
export type JobResult =
  | { kind: 'feed'; feed: Omit<ParsedFeed, 'items'>; items: PassedItem[] }
  | { kind: 'unreadable'; reason: string }

export type PassedItem = Omit<FeedItem, 'publishedAt'> & { publishedAt: number | null }

export default async function run(job: Job): Promise<JobResult> {
  const now = Temporal.Instant.fromEpochMilliseconds(job.nowMs)
  const text = await decodeFeed(job.bytes, job.contentType)
  try {
    const { items, ...feed } = await parseFeed(text, job.url, now)
    return { kind: 'feed', feed, items: items.map((item) => pass(item, job.form)) }
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
}

function pass(item: FeedItem, form: TextForm): PassedItem {
  const reduce = (html: string | null) =>
    form === 'words' && html !== null ? plainText(html) || null : html
  return {
    ...item,
    publishedAt: item.publishedAt?.epochMilliseconds ?? null,
    summary: reduce(item.summary),
    content: reduce(item.content),
  }
}

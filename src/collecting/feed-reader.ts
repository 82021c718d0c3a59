import type { Feed, ParsedFeed } from '../domain/feed.ts'
import { type Reason, reasonOf } from '../domain/reason.ts'
import type { FeedLink } from '../feeds/page/feed-link.ts'
import type { PageLeads, RawSource, ReadOptions } from '../feeds/read-source.ts'
import type { NewArticle } from '../store/articles.ts'
import { createFeedPool } from './feed-pool.ts'
import type { FeedTask, PassedFeed } from './feed-worker.ts'

/** What became of a document. */
export type Reading<T> = { kind: 'feed'; feed: T } | Unreadable

/** `isCostly` where it took too long or too much memory, and so would again. */
type Unreadable = { kind: 'unreadable'; reason: Reason; isCostly?: true }

/** A feed with the articles that it stands for. */
export type FeedOfArticles = Omit<ParsedFeed, 'items'> & {
  /** When its items were published, of those that say so. */
  publishedMs: number[]
  articles: NewArticle[]
}

/** A page that is no feed: those that it names, and what it stands for itself. */
export type PageReading = PageLeads & {
  kind: 'page'
  feeds: FeedLink[]
  listing: { kind: 'feed'; feed: ParsedFeed } | { kind: 'none'; reason: Reason }
}

/** Reads feeds, and pages that stand for them, in a pool of threads. */
export type FeedReader = {
  /** Reads a document as a feed, or as a listing. */
  readFeed(
    document: RawSource,
    how?: Pick<Feed, 'format' | 'selector'>,
  ): Promise<Reading<ParsedFeed>>
  /** Reads a document as whichever it is. */
  readAny(document: RawSource): Promise<Reading<ParsedFeed> | PageReading>
  readArticles(
    document: RawSource,
    feed: Pick<Feed, 'kind' | 'format' | 'selector'>,
    /** A suspect was costly before, and is read apart from others. */
    options?: { isSuspect: boolean },
  ): Promise<Reading<FeedOfArticles>>
  /** To be called when feeds are about to come: a thread takes a while to start. */
  wake(): void
  close(): Promise<void>
}

const usual = { timeLimitMs: 10_000, memoryMb: 512, zone: 'UTC' }

/**
 * Starts up to `threads` threads; one that hangs over 10 seconds or grows past 512 MB is replaced, and
 * only the feed that did it fails. `zone` is that of clock times on pages that do not tell theirs.
 */
export function createFeedReader(
  threads: number,
  now: () => Temporal.Instant,
  options: Partial<typeof usual> = {},
): FeedReader {
  const limits = { ...usual, ...options }
  const pool = createFeedPool(threads, limits)
  const run = (
    { bytes, contentType, url }: RawSource,
    { format, selector }: Pick<ReadOptions, 'format' | 'selector'>,
    feedKind: FeedTask['feedKind'],
    options?: { isSuspect: boolean },
  ) => {
    const read = { format, selector, zone: limits.zone }
    const task = {
      bytes,
      contentType,
      url,
      options: read,
      feedKind,
      nowMs: now().epochMilliseconds,
    }
    return pool.run(task, options).catch((error) => unreadable(error, limits))
  }
  return {
    async readFeed(document, how = { format: 'feed', selector: null }) {
      const result = await run(document, how, null)
      if (result.kind === 'page') return notFeed
      return result.kind === 'feed' ? { kind: 'feed', feed: feedOf(result) } : result
    },
    async readAny(document) {
      const result = await run(document, { format: 'any', selector: null }, null)
      if (result.kind === 'unreadable') return result
      if (result.kind === 'feed') return { kind: 'feed', feed: feedOf(result) }
      const { listing } = result
      return {
        ...result,
        listing: listing.kind === 'none' ? listing : { kind: 'feed', feed: feedOf(listing) },
      }
    },
    async readArticles(document, feed, options) {
      const result = await run(document, feed, feed.kind, options)
      if (result.kind === 'unreadable') return result
      if (result.kind === 'page') return notFeed
      const { head, publishedMs, articles } = result
      return { kind: 'feed', feed: { ...head, publishedMs, articles } }
    },
    wake: pool.wake,
    close: pool.close,
  }
}

const notFeed = { kind: 'unreadable', reason: { code: 'web-page' } } as const

function feedOf({ head, items }: PassedFeed): ParsedFeed {
  return {
    ...head,
    items: items.map(({ publishedAtMs, ...item }) => ({
      ...item,
      publishedAt: publishedAtMs === null ? null : instant(publishedAtMs),
    })),
  }
}

function instant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms)
}

function unreadable(error: unknown, { timeLimitMs, memoryMb }: typeof usual): Unreadable {
  const kind = 'unreadable'
  if (!(error instanceof Error)) return { kind, reason: reasonOf(error) }
  if (error.name === 'AbortError') {
    return {
      kind,
      reason: { code: 'read-timeout', seconds: timeLimitMs / 1000 },
      isCostly: true,
    }
  }
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { kind, reason: { code: 'read-memory', mb: memoryMb }, isCostly: true }
  }
  return { kind, reason: { code: 'read-failed', reason: reasonOf(error) } }
}

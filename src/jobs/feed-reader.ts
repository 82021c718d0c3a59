import pLimit from 'p-limit'
import { Piscina } from 'piscina'
import type { FeedKind, ParsedFeed } from '../domain/feed.ts'
import type { NewArticle } from '../store/articles.ts'
import type { FeedTask, FeedTaskResult, RawDocument } from './feed-worker.ts'

/** What became of a document; `reason` is a sentence for people. */
export type Reading<T> = { kind: 'feed'; feed: T } | { kind: 'unreadable'; reason: string }

/** A feed with the articles that it stands for. */
export type FeedOfArticles = Omit<ParsedFeed, 'items'> & {
  /** When its items were published, of those that say so. */
  published: Temporal.Instant[]
  articles: NewArticle[]
}

/** Reads feeds in a pool of threads. */
export type FeedReader = {
  readFeed(document: RawDocument): Promise<Reading<ParsedFeed>>
  readArticles(document: RawDocument, feedKind: FeedKind): Promise<Reading<FeedOfArticles>>
  close(): Promise<void>
}

const usual = { timeLimitMs: 10_000, memoryMb: 512 }

/**
 * Starts up to `threads` threads; one that hangs over 10 seconds or grows past 512 MB is replaced, and
 * only the feed that did it fails.
 */
export function createFeedReader(
  threads: number,
  now: () => Temporal.Instant,
  limits: typeof usual = usual,
): FeedReader {
  const pool = new Piscina<FeedTask, FeedTaskResult>({
    filename: new URL('./feed-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  })
  // A feed's time begins with its own turn, not while it waits for a thread.
  const turn = pLimit(threads)
  const run = (document: RawDocument, feedKind: FeedKind | null) => {
    const { bytes, contentType, url } = document
    const task = { bytes, contentType, url, feedKind, nowMs: now().epochMilliseconds }
    return turn(() => pool.run(task, { signal: AbortSignal.timeout(limits.timeLimitMs) })).catch(
      (error) => ({ kind: 'unreadable' as const, reason: describeFailure(error, limits) }),
    )
  }
  return {
    async readFeed(document) {
      const result = await run(document, null)
      if (result.kind === 'unreadable') return result
      const items = result.items.map(({ publishedAtMs, ...item }) => ({
        ...item,
        publishedAt: publishedAtMs === null ? null : instant(publishedAtMs),
      }))
      return { kind: 'feed', feed: { ...result.head, items } }
    },
    async readArticles(document, feedKind) {
      const result = await run(document, feedKind)
      if (result.kind === 'unreadable') return result
      const articles = result.articles.map(({ publishedAtMs, ...article }) => ({
        ...article,
        publishedAt: instant(publishedAtMs),
      }))
      const published = result.publishedMs.map(instant)
      return { kind: 'feed', feed: { ...result.head, published, articles } }
    },
    close: () => pool.close({ force: true }),
  }
}

function instant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms)
}

function describeFailure(error: unknown, { timeLimitMs, memoryMb }: typeof usual): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError') {
    return `it took longer than ${timeLimitMs / 1000} seconds to read`
  }
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `it took more than ${memoryMb} MB of memory to read`
  }
  return `it could not be read (${error.message})`
}

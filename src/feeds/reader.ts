import pLimit from 'p-limit'
import { Piscina } from 'piscina'
import type { ParsedFeed } from '../domain/feed.ts'
import type { Job, JobResult, RawDocument, TextForm } from './worker.ts'

export type FeedReading =
  | { kind: 'feed'; feed: ParsedFeed }
  /** `reason` is a sentence for people. */
  | { kind: 'unreadable'; reason: string }

/** Reads feeds in a pool of threads. */
export type FeedReader = {
  /** With `form: 'words'`, summaries and contents come as plain text instead of HTML. */
  read(document: RawDocument, options?: { form: TextForm }): Promise<FeedReading>
  close(): Promise<void>
}

const usual = { timeLimitMs: 10_000, memoryMb: 512 }

/**
 * Starts up to `threads` threads; one that hangs over 10 seconds or grows past 512 MB is replaced, and
 * only the feed that did it fails.
 */
export function createFeedReader(
  threads: number,
  now: () => Temporal.Instant = Temporal.Now.instant,
  limits: typeof usual = usual,
): FeedReader {
  const pool = new Piscina<Job, JobResult>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  })
  // A feed's time begins with its own turn, not while it waits for a thread.
  const turn = pLimit(threads)
  const run = (job: Job) => pool.run(job, { signal: AbortSignal.timeout(limits.timeLimitMs) })
  return {
    async read({ bytes, contentType, url }, { form } = { form: 'html' }) {
      const nowMs = now().epochMilliseconds
      try {
        return restore(
          await turn(() => run({ kind: 'feed', bytes, contentType, url, form, nowMs })),
        )
      } catch (error) {
        return { kind: 'unreadable', reason: describeFailure(error, limits) }
      }
    },
    close: () => pool.close({ force: true }),
  }
}

function restore(result: JobResult): FeedReading {
  if (result.kind === 'unreadable') return result
  const items = result.items.map(({ publishedAt, ...item }) => ({
    ...item,
    publishedAt: publishedAt === null ? null : Temporal.Instant.fromEpochMilliseconds(publishedAt),
  }))
  return { kind: 'feed', feed: { ...result.feed, items } }
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

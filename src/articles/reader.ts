import { Piscina } from 'piscina'
import type { Page } from '../domain/article.ts'
import type { PageReading, RawPage } from './read-page.ts'

export type ReadOutcome =
  | { kind: 'page'; url: string | null; isColumn: boolean; page: Page }
  /** `reason` is a sentence for people. */
  | { kind: 'unreadable'; reason: string }

/** Reads pages in a pool of threads. */
export type PageReader = {
  read(page: RawPage): Promise<ReadOutcome>
  close(): Promise<void>
}

const timeLimitMs = 10_000

/** Starts `threads` threads; one that hangs over 10 seconds or grows past 512 MB is replaced. */
export function createPageReader(threads: number): PageReader {
  const pool = new Piscina<RawPage, PageReading>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return {
    async read(page) {
      try {
        const reading = await pool.run(page, { signal: AbortSignal.timeout(timeLimitMs) })
        if (!reading.text) return { kind: 'unreadable', reason: 'the page holds no article text' }
        return { kind: 'page', ...fromReading(reading) }
      } catch (error) {
        return { kind: 'unreadable', reason: describeFailure(error) }
      }
    },
    close: () => pool.close({ force: true }),
  }
}

function fromReading(reading: PageReading): { url: string | null; isColumn: boolean; page: Page } {
  const { url, isColumn, publishedAt, ...rest } = reading
  return {
    url,
    isColumn,
    page: { ...rest, publishedAt: publishedAt ? Temporal.Instant.from(publishedAt) : null },
  }
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError')
    return `it took longer than ${timeLimitMs / 1000} seconds to read`
  return `it could not be read (${error.message})`
}

import pLimit from 'p-limit'
import { Piscina } from 'piscina'
import type { Page } from '../domain/article.ts'
import { type Reason, reasonOf } from '../domain/reason.ts'
import type { PageReading, RawPage, ReadPage } from './page-reading.ts'
import type { Wall } from './walls.ts'

export type { RawPage } from './page-reading.ts'

/** A page with its canonical address. */
export type FoundPage = { url: string | null; page: Page }

export type ReadOutcome =
  | ({ kind: 'page' } & FoundPage)
  /**
   * Behind a wall there may be a teaser: to be shown, and never to be stored or summarised as the
   * article.
   */
  | { kind: 'unreadable'; reason: Reason; wall: Wall['kind'] | null; teaser: FoundPage | null }

/** Reads pages in a pool of threads. */
export type PageReader = {
  read(page: RawPage): Promise<ReadOutcome>
  close(): Promise<void>
}

const timeLimitMs = 10_000
const maxMb = 32

/**
 * Starts `threads` threads at need; one that hangs over 10 seconds or grows past 512 MB is ended and
 * replaced, and its page is unreadable. A page's time begins with its own turn, so that slow ones do
 * not use it up. Nothing but handing over the bytes is done in the calling thread.
 */
export function createPageReader(threads: number): PageReader {
  const pool = new Piscina<RawPage, PageReading>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 24 },
  })
  // Of a thread that dies while its task is being given up. The next task starts another.
  pool.on('error', () => {})
  const turn = pLimit(threads)
  return {
    async read(page) {
      if (page.bytes.length > maxMb * 1024 * 1024)
        return unreadable({ code: 'page-too-large', mb: maxMb })
      try {
        const limited = () => pool.run(page, { signal: AbortSignal.timeout(timeLimitMs) })
        return fromReading(await turn(limited))
      } catch (error) {
        return unreadable(failureReason(error))
      }
    },
    close: () => pool.close({ force: true }),
  }
}

function fromReading(reading: PageReading): ReadOutcome {
  if (reading.kind === 'nothing') return unreadable(reading.reason)
  const found = toFoundPage(reading.page)
  if (reading.kind === 'page') return { kind: 'page', ...found }
  const { kind, reason } = reading.wall
  return { kind: 'unreadable', reason, wall: kind, teaser: found.page.text ? found : null }
}

function toFoundPage({ url, publishedAt, ...rest }: ReadPage): FoundPage {
  const page = {
    ...rest,
    author: rest.authors.join(', ') || null,
    publishedAt: publishedAt ? Temporal.Instant.from(publishedAt) : null,
  }
  return { url, page }
}

function unreadable(reason: Reason): ReadOutcome {
  return { kind: 'unreadable', reason, wall: null, teaser: null }
}

function failureReason(error: unknown): Reason {
  if (!(error instanceof Error)) return reasonOf(error)
  if (error.name === 'AbortError') {
    return { code: 'read-timeout', seconds: timeLimitMs / 1000 }
  }
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { code: 'page-memory' }
  }
  return { code: 'read-failed', reason: reasonOf(error) }
}

import pLimit from 'p-limit'
import { Piscina } from 'piscina'
import type { Page } from '../domain/article.ts'
import { type Reason, reasonOf } from '../domain/reason.ts'
import type { PageReading, RawPage, ReadPage } from './page-reading.ts'
import type { Wall } from './walls.ts'
import { abortAfterWork } from './work-limit.ts'

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

/** Of the thread's own processor time: on a busy machine three seconds of work take ten. */
const timeLimitMs = 10_000
/** By the clock, for what a thread does not answer out of. */
const mostMs = 60_000
const maxMb = 32

/**
 * Starts `threads` threads at need; one that works for 10 seconds on a page or grows past 512 MB is ended
 * and replaced, and its page is unreadable. A page's time begins with its own turn, so that slow ones do
 * not use it up. Nothing but handing over the bytes is done in the calling thread.
 */
export function createPageReader(threads: number): PageReader {
  // A pool for each thread, as a thread's time is counted by itself.
  const pools = Array.from({ length: threads }, startThread)
  const free = [...pools]
  const turn = pLimit(threads)
  const readIn = async (page: RawPage) => {
    const pool = free.pop() ?? startThread()
    const controller = new AbortController()
    const reading = pool.run(page, { signal: controller.signal })
    const end = abortAfterWork(controller, () => workedMs(pool), { workMs: timeLimitMs, mostMs })
    try {
      return await reading
    } finally {
      end()
      free.push(pool)
    }
  }
  return {
    async read(page) {
      if (page.bytes.length > maxMb * 1024 * 1024)
        return unreadable({ code: 'page-too-large', mb: maxMb })
      try {
        return fromReading(await turn(() => readIn(page)))
      } catch (error) {
        return unreadable(failureReason(error))
      }
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.close({ force: true })))
    },
  }
}

function startThread(): Piscina<RawPage, PageReading> {
  const pool = new Piscina<RawPage, PageReading>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
    // With less room for what is young, most of a page's tree is moved before it is dropped: an eighth of the time.
    resourceLimits: { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 48 },
  })
  // Of a thread that dies while its task is being given up. The next task starts another.
  pool.on('error', () => {})
  return pool
}

/** The processor time of a pool's one thread. */
async function workedMs(pool: Piscina<RawPage, PageReading>): Promise<number> {
  const { user = 0, system = 0 } = (await pool.threads[0]?.cpuUsage()) ?? {}
  return (user + system) / 1000
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

import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { PageReader } from '../articles/reader.ts'
import type { Reason } from '../domain/reason.ts'
import type { FetchPage } from '../fetching/http.ts'
import { politeLimit } from '../fetching/polite-limit.ts'
import { describeError } from '../lib/describe-error.ts'
import type { Log } from '../lib/log.ts'
import { recordPage, recordPageFailure, type WaitingPage } from '../store/pages.ts'
import type { Database } from '../store/tables.ts'
import { summarise } from '../summaries/summarise.ts'
import { createShares, type FeedPages, nextFeeds, perFeed } from './page-shares.ts'

/** What reading pages needs; the `ReadPagesOptions` of articles/ is what came of one. */
export type ReadPagesOptions = {
  db: Database
  fetchPage: FetchPage
  reader: PageReader
  now: () => Temporal.Instant
  log: Log
  /** Once aborted, nothing more is fetched and no failure recorded. */
  signal: AbortSignal
  /** How long pages are begun in one round; three quarters of a minute by default. */
  roundMs?: number
}

export type PagesReport = { read: number; failed: number }

/** How long to wait before a failed page is tried again; after the last it is left. */
const retryAfterMinutes = [15, 4 * 60]

/** What comes after a round must not wait for thousands of pages. */
const usualRoundMs = 45_000
/** How often a round looks for pages of feeds that have come up meanwhile. */
const lookAgainMs = 2000

/**
 * Reads the pages of new articles published since `from`, newest first, as long as a round
 * lasts. A page that fails costs only itself; one that is slow holds up only those of its own feed,
 * and few at once, since each feed has its share, and so has each domain.
 */
export async function readWaitingPages(
  parts: ReadPagesOptions,
  from: Temporal.Instant,
): Promise<PagesReport> {
  const { db, now, log, signal } = parts
  const report: PagesReport = { read: 0, failed: 0 }
  const limit = politeLimit({ perHost: 2, perDomain: 4, inAll: 8 })
  const endMs = performance.now() + (parts.roundMs ?? usualRoundMs)
  const isOver = () => signal.aborted || performance.now() > endMs
  const read = async (page: WaitingPage) => {
    if (isOver()) return
    const failure = await readPage(parts, page).catch(
      (error): Failure => ({
        reason: { code: 'text', text: describeError(error) },
        wall: null,
        isPassing: false,
      }),
    )
    if (signal.aborted) return
    if (failure) {
      report.failed++
      await recordFailure(parts, page, failure)
    } else {
      report.read++
    }
  }
  const shares = createShares()
  const underWay = new Set<Promise<void>>()
  const readInTurn = async ({ feedId, pages }: FeedPages) => {
    try {
      await pLimit(perFeed).map(pages, (page) => limit(page.url, () => read(page)))
      shares.release(feedId)
    } catch (error) {
      // It keeps its share to the end of the round: what fails so would fail again at once.
      log.error({ feed: feedId, reason: describeError(error) }, 'pages not read')
    }
  }
  while (!isOver()) {
    for (const feed of await nextFeeds(db, { from, now: now() }, shares)) {
      const reading = readInTurn(feed).finally(() => underWay.delete(reading))
      underWay.add(reading)
    }
    if (underWay.size === 0) break
    await Promise.race([Promise.all(underWay), sleep(lookAgainMs, undefined, { ref: false })])
  }
  await Promise.all(underWay)
  return report
}

/** `isPassing`: it may well be gone the next time. */
type Failure = { reason: Reason; wall: string | null; isPassing: boolean }

async function readPage(parts: ReadPagesOptions, waiting: WaitingPage): Promise<Failure | null> {
  const fetched = await parts.fetchPage(waiting.url)
  if (fetched.kind !== 'body') {
    const isPassing = fetched.kind === 'failed' || fetched.kind === 'busy'
    return { reason: fetched.reason, wall: null, isPassing }
  }
  const { bytes, contentType, url } = fetched
  const { feedKind } = waiting
  const outcome = await parts.reader.read({ bytes, contentType, url, feedKind })
  if (outcome.kind === 'unreadable') {
    const { reason, wall } = outcome
    return { reason, wall, isPassing: wall === 'captcha' || wall === 'consent' }
  }
  const { page } = outcome
  const { text, language, kind, standfirst } = page
  const { title, blurb } = waiting
  const summary = summarise({ title, text, language, kind, blurb, standfirst })
  await recordPage(parts.db, waiting.id, { url: outcome.url, page, summary })
  return null
}

async function recordFailure(
  { db, now, log }: ReadPagesOptions,
  page: WaitingPage,
  { reason, wall, isPassing }: Failure,
): Promise<void> {
  const minutes = isPassing ? retryAfterMinutes[page.attempts] : undefined
  const retryAt = minutes === undefined ? null : now().add({ minutes })
  await recordPageFailure(db, page.id, { reason, wall, retryAt })
  log.warn({ article: page.id, reason, again: retryAt !== null }, 'page not read')
}

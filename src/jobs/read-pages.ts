import type { PageReader } from '../articles/reader.ts'
import { describeError } from '../domain/describe-error.ts'
import type { Fetch } from '../feeds/http.ts'
import type { Log } from '../log.ts'
import { recordPage, recordPageFailure, type WaitingPage, waitingPages } from '../store/pages.ts'
import type { Database } from '../store/tables.ts'
import { summarise } from '../summaries/summarise.ts'
import { politeLimit } from './polite-limit.ts'

export type PageReading = {
  db: Database
  fetchPage: Fetch
  reader: PageReader
  now: () => Temporal.Instant
  log: Log
  /** Once aborted, nothing more is fetched and no failure recorded. */
  signal: AbortSignal
}

export type PagesReport = { read: number; failed: number }

const batch = 200
/** How long to wait before a failed page is tried again; after the last it is left. */
const retryAfterMinutes = [15, 4 * 60]

/**
 * Reads the pages of new articles published since `from`, newest first. A page that fails costs only
 * itself.
 */
export async function readWaitingPages(
  parts: PageReading,
  from: Temporal.Instant,
): Promise<PagesReport> {
  const { db, now, signal } = parts
  const report: PagesReport = { read: 0, failed: 0 }
  const limit = politeLimit({ perHost: 2, inAll: 8 })
  const read = async (page: WaitingPage) => {
    if (signal.aborted) return
    const failure = await readPage(parts, page).catch(
      (error): Failure => ({ reason: describeError(error), wall: null, isPassing: false }),
    )
    if (signal.aborted) return
    if (failure) {
      report.failed++
      await recordFailure(parts, page, failure)
    } else {
      report.read++
    }
  }
  for (;;) {
    const pages = await waitingPages(db, from, now(), batch)
    if (pages.length === 0 || signal.aborted) return report
    await Promise.all(pages.map((page) => limit(page.url, () => read(page))))
  }
}

/** `isPassing`: it may well be gone the next time. */
type Failure = { reason: string; wall: string | null; isPassing: boolean }

async function readPage(parts: PageReading, waiting: WaitingPage): Promise<Failure | null> {
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
  { db, now, log }: PageReading,
  page: WaitingPage,
  { reason, wall, isPassing }: Failure,
): Promise<void> {
  const minutes = isPassing ? retryAfterMinutes[page.attempts] : undefined
  const retryAt = minutes === undefined ? null : now().add({ minutes })
  await recordPageFailure(db, page.id, { reason, wall, retryAt })
  log.warn({ article: page.id, reason, again: retryAt !== null }, 'page not read')
}

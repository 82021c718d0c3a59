import pLimit from 'p-limit'
import type { PageReader } from '../articles/reader.ts'
import { describeError } from '../domain/describe-error.ts'
import type { Fetch } from '../feeds/http.ts'
import type { Log } from '../log.ts'
import { recordPage, recordPageFailure, type WaitingPage, waitingPages } from '../store/pages.ts'
import type { Database } from '../store/tables.ts'
import { leadSummary } from '../summaries/lead.ts'

export type PageReading = {
  db: Database
  fetchPage: Fetch
  reader: PageReader
  log: Log
  /** Once aborted, nothing more is fetched and no failure recorded. */
  signal: AbortSignal
}

export type PagesReport = { read: number; failed: number }

const pagesAtOnce = 8
const batch = 200

/**
 * Reads the pages of new articles published since `from`, newest first. A page that fails costs only
 * itself.
 */
export async function readWaitingPages(
  parts: PageReading,
  from: Temporal.Instant,
): Promise<PagesReport> {
  const report: PagesReport = { read: 0, failed: 0 }
  const limit = pLimit(pagesAtOnce)
  for (;;) {
    const pages = await waitingPages(parts.db, from, batch)
    if (pages.length === 0 || parts.signal.aborted) return report
    await limit.map(pages, async (page) => {
      if (parts.signal.aborted) return
      const failure = await readPage(parts, page).catch(describeError)
      if (parts.signal.aborted) return
      if (failure === null) {
        report.read++
      } else {
        report.failed++
        await recordPageFailure(parts.db, page.id, failure)
        parts.log.warn({ article: page.id, reason: failure }, 'page not read')
      }
    })
  }
}

async function readPage(parts: PageReading, waiting: WaitingPage): Promise<string | null> {
  const fetched = await parts.fetchPage(waiting.url)
  if (fetched.kind !== 'body') return fetched.reason
  const outcome = await parts.reader.read(fetched)
  if (outcome.kind === 'unreadable') return outcome.reason
  const { page } = outcome
  const lead = leadSummary(page.text, page.language)
  await recordPage(parts.db, waiting.id, {
    page,
    kind: waiting.feedKind === 'mixed' && outcome.isColumn ? 'column' : waiting.kind,
    summary: lead === null ? null : { text: lead, origin: 'extract' },
  })
  return null
}

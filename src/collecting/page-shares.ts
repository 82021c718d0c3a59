import { registrableDomain } from '../fetching/registrable-domain.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { type WaitingPage, waitingPages } from '../store/pages.ts'
import type { Database } from '../store/tables.ts'

/** Pages of one feed that are read at once. */
export const perFeed = 2
/** Feeds of one domain whose pages are read at once, and feeds in all. */
const feedsPerDomain = 4
const mostFeeds = 100
/** Pages that a feed has read before it is others' turn. */
const perTurn = 20
const batch = 200

/** The next pages of a feed whose turn it is. */
export type FeedPages = { feedId: number; pages: WaitingPage[] }

/** Which feeds are having their pages read. */
export type Shares = {
  feeds(): number[]
  /** Takes a share for a feed; false when its domain, or all, have theirs. */
  take(page: WaitingPage): boolean
  release(feedId: number): void
}

export function createShares(): Shares {
  const domains = new Map<number, string>()
  return {
    feeds: () => [...domains.keys()],
    take({ feedId, feedHost }) {
      const domain = registrableDomain(feedHost)
      const taken = [...domains.values()].filter((other) => other === domain).length
      if (domains.size >= mostFeeds || taken >= feedsPerDomain) return false
      domains.set(feedId, domain)
      return true
    },
    release(feedId) {
      domains.delete(feedId)
    },
  }
}

/**
 * The feeds that have pages to be read and a share free, those with the newest first, and takes their
 * shares. A feed, or a domain of feeds, with thousands of pages does not hide those of others.
 */
export async function nextFeeds(
  db: Database,
  span: { from: Temporal.Instant; now: Temporal.Instant },
  shares: Shares,
): Promise<FeedPages[]> {
  const found = new Map<number, WaitingPage[]>()
  const full = new Set<string>()
  for (;;) {
    const except = { feeds: shares.feeds(), hosts: [...full] }
    const pages = await waitingPages(db, span.from, span.now, batch, except)
    for (const page of pages) {
      const own = found.get(page.feedId)
      if (own) {
        if (own.length < perTurn) own.push(page)
      } else if (shares.take(page)) {
        found.set(page.feedId, [page])
      } else {
        full.add(page.feedHost)
      }
    }
    if (pages.length < batch || shares.feeds().length >= mostFeeds) break
    await letOthersWork()
  }
  return [...found].map(([feedId, pages]) => ({ feedId, pages }))
}

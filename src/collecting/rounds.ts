import type { Background } from '../lib/background.ts'
import type { Log } from '../lib/log.ts'
import { meanwhile } from '../lib/meanwhile.ts'
import { singleFlight } from '../lib/single-flight.ts'
import { makeFeedsDue } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'
import type { Collector } from './collector.ts'
import { bringFeedsForward } from './read-ahead.ts'
import type { FeedsReport } from './read-feeds.ts'

/** Rounds of collecting; those that are asked for at once share one. */
export type Rounds = {
  /** Reads the feeds that are due and all that follows from them. */
  collect(): Promise<void>
  /** Reads all feeds; settles when they are read, and goes on in the background. */
  refresh(): Promise<FeedsReport>
}

export type RoundsOptions = {
  db: Database
  now: () => Temporal.Instant
  log: Log
  collector: Collector
  background: Background
  /** Called when pages have been read. */
  improveSummaries: () => Promise<void>
}

/** Pages of older articles are not read: no digest shows them. */
const oldestPage = Temporal.Duration.from({ hours: 72 })
/** How often stories are assigned while pages are read, and pages are read while feeds are. */
const storiesEveryMs = 5000
const pagesEveryMs = 10_000

export function createRounds(options: RoundsOptions): Rounds {
  const { db, now, log, collector, background, improveSummaries } = options
  const newsFrom = () => now().subtract(oldestPage)
  const assignStories = singleFlight(() => collector.assignStories(newsFrom()))
  const readPages = singleFlight(async () => {
    await assignStories()
    await meanwhile(collector.readPages(newsFrom()), storiesEveryMs, () =>
      background.run(assignStories()),
    )
    await assignStories()
  })
  // Within the run, so that a reading under way does not put off again what an admin wants now.
  let wantsAll = false
  const readFeeds = singleFlight(async () => {
    if (wantsAll) await makeFeedsDue(db, now())
    wantsAll = false
    return collector.readFeeds()
  })
  const readNews = async (): Promise<FeedsReport> => {
    await bringFeedsForward(db, now())
    const report = await meanwhile(readFeeds(), pagesEveryMs, () => background.run(readPages()))
    if (report.newArticles > 0) log.info(report, 'feeds read')
    await collector.indexArticles()
    return report
  }
  const readOn = async () => {
    await readPages()
    // What pages say was indexed as each was read: it is found in all its forms once their stems are written.
    await collector.indexArticles()
    await improveSummaries()
  }
  return {
    async collect() {
      await readNews()
      await readOn()
    },
    async refresh() {
      wantsAll = true
      const report = await readNews()
      void background.run(readOn())
      return report
    },
  }
}

import { createPageReader } from '../articles/reader.ts'
import type { RefusalOf } from '../fetching/refusal.ts'
import { createWeb, type WebOptions } from '../fetching/web.ts'
import type { Log } from '../lib/log.ts'
import type { Checkpoints } from '../store/dialect.ts'
import { indexNewArticles } from '../store/search.ts'
import type { Database } from '../store/tables.ts'
import { createStoryAssigner } from './assign-stories.ts'
import { createFeedReader } from './feed-reader.ts'
import { type FindSourceOutcome, findSource } from './find-source.ts'
import { type FeedsReport, readDueFeeds } from './read-feeds.ts'
import { type PagesReport, readWaitingPages } from './read-pages.ts'

/** The parts that bring news in, ready to use on one database. */
export type Collector = {
  /** Finds what to read at an address that an admin wrote; with a CSS selector, a listing. */
  findSource(address: string, selector?: string | null): Promise<FindSourceOutcome>
  /** Why an address would be refused, without asking for it; null if it would not. */
  refusalOf: RefusalOf
  /** Reads the feeds whose turn has come. */
  readFeeds(): Promise<FeedsReport>
  /** Adds the articles that arrived to the search index. */
  indexArticles(): Promise<void>
  /** Reads the pages of new articles published since `from`. */
  readPages(from: Temporal.Instant): Promise<PagesReport>
  /** Puts the articles published since `from` into stories. */
  assignStories(from: Temporal.Instant): Promise<void>
  /** Makes the next assigning take account of what an admin changed. */
  forgetStories(): void
  /** Breaks off what is under way; what it had not read yet comes with the next start. */
  close(): Promise<void>
}

export type CollectorOptions = {
  db: Database
  now: () => Temporal.Instant
  log: Log
  workers: number
  /** The zone of clock times on pages that do not tell theirs; UTC by default. */
  zone?: string
  allowPrivateAddresses: readonly string[]
  /** Of the database, where it has such. */
  checkpoints?: Checkpoints
} & WebOptions

export function createCollector(options: CollectorOptions): Collector {
  const { db, now, log } = options
  const web = createWeb(options.allowPrivateAddresses, options)
  // Feeds are quickly read: more threads would only load the same libraries again.
  const feedReader = createFeedReader(Math.ceil(options.workers / 2), now, {
    zone: options.zone ?? 'UTC',
  })
  const pageReader = createPageReader(options.workers)
  const assigner = createStoryAssigner(db, now)
  const closing = new AbortController()
  const { signal } = closing
  return {
    findSource: (address, selector) =>
      findSource({ fetchFeed: web.fetchFeed, reader: feedReader }, address, selector),
    refusalOf: web.refusalOf,
    readFeeds: () =>
      readDueFeeds({
        db,
        fetchFeed: web.fetchFeed,
        reader: feedReader,
        now,
        log,
        signal,
        checkpoints: options.checkpoints,
      }),
    indexArticles: () => indexNewArticles(db),
    readPages: (from) =>
      readWaitingPages(
        { db, fetchPage: web.fetchPage, reader: pageReader, now, log, signal },
        from,
      ),
    assignStories: (from) => assigner.assign(from),
    forgetStories: () => assigner.forget(),
    async close() {
      closing.abort()
      await Promise.all([feedReader.close(), pageReader.close()])
      await web.close()
    },
  }
}

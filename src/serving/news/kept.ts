import { singleFlight } from '../../lib/single-flight.ts'
import { arrivedAt, newestArrival } from '../../store/arrivals.ts'
import {
  headlinesArrived,
  headlinesByIds,
  lastArrivalBefore,
  mergedColumnists,
  type NewsFeed,
  newestNewsChange,
  newsChanges,
  newsFeeds,
  type RankedHeadline,
} from '../../store/headlines.ts'
import type { Database } from '../../store/tables.ts'
import { type GroupedHeadlines, type GroupedNews, groupHeadlines } from './grouped.ts'
import type { NewsTexts, SpanNews } from './span-news.ts'

/** The headlines of the last days, as they stand in the database. */
export type KeptNews = GroupedNews & {
  feeds: ReadonlyMap<number, NewsFeed>
  /** Columnists who are another, and who they are. */
  merged: ReadonlyMap<number, number>
  /** All that arrived after this one is there. */
  after: number
  /** All that was published since is there. */
  sinceMs: number
  /** What was made of it for spans, by their keys; until anything changes. */
  spans: Map<string, Promise<SpanNews>>
  texts: NewsTexts
}

/** A digest spans two days; what is dated ahead was seen up to a day before its date. */
const keptHours = 50
const aheadHours = 24
/** What has become too old goes so long after it. */
const slackHours = 6
/** More is sooner read as a whole. */
const mostChanges = 20_000

const readers = new WeakMap<Database, () => Promise<KeptNews>>()

/**
 * Returns the headlines of the last days, which are kept in memory and shared by all who ask: only what
 * has changed is read again, a thousand rows at a time.
 */
export function keptNews(db: Database): Promise<KeptNews> {
  const read = readers.get(db) ?? singleFlight(createReader(db))
  readers.set(db, read)
  return read()
}

type Kept = KeptNews & { headlines: GroupedHeadlines; change: number; newestMs: number }

function createReader(db: Database): () => Promise<KeptNews> {
  let kept: Kept | null = null
  return async () => {
    kept = (kept && (await update(db, kept))) ?? (await load(db))
    return kept
  }
}

async function load(db: Database): Promise<Kept> {
  const change = await newestNewsChange(db)
  const upTo = await newestArrival(db)
  const newest = (await arrivedAt(db, upTo)) ?? Temporal.Instant.fromEpochMilliseconds(0)
  const after = await lastArrivalBefore(db, newest.subtract({ hours: keptHours + aheadHours }))
  const sinceMs = newest.subtract({ hours: keptHours }).epochMilliseconds
  const feeds = await newsFeeds(db)
  const headlines = groupHeadlines()
  for await (const some of headlinesArrived(db, { after, upTo })) {
    for (const each of some) if (isKept(each, { after, sinceMs, feeds })) headlines.put(each)
  }
  const merged = await mergedColumnists(db)
  const newestMs = newest.epochMilliseconds
  const made = { spans: new Map(), texts: noTexts() }
  const { stories, figures, extents, columns } = headlines
  const news = { stories, figures, extents, columns, feeds, merged, after, sinceMs }
  return { ...news, ...made, headlines, change, newestMs }
}

/** Reads what has changed; null where all must be read. */
async function update(db: Database, kept: Kept): Promise<Kept | null> {
  const changes = await newsChanges(db, kept.change, mostChanges)
  if (!changes) return null
  if (changes.upTo === kept.change) return kept
  const newest = await arrivedAt(db, await newestArrival(db))
  const isOld = (newest?.epochMilliseconds ?? 0) > kept.newestMs + slackHours * 3_600_000
  if (isOld) return null
  const feeds = changes.isOther ? await newsFeeds(db) : kept.feeds
  const merged = changes.isOther ? await mergedColumnists(db) : kept.merged
  // What a feed has brought that was not there is not known, and what one brought that is gone is kept.
  if (new Set(feeds.keys()).symmetricDifference(kept.feeds).size > 0) return null
  const changed = await headlinesByIds(db, changes.articleIds)
  for (const id of changes.articleIds) {
    const headline = changed.get(id)
    if (headline && isKept(headline, { ...kept, feeds })) kept.headlines.put(headline)
    else kept.headlines.remove(id)
    kept.texts.articles.delete(id)
  }
  const texts = changes.isOther ? noTexts() : { ...kept.texts, updates: new Map() }
  const made = { spans: new Map(), texts }
  return { ...kept, feeds, merged, ...made, change: changes.upTo }
}

const noTexts = (): NewsTexts => ({
  articles: new Map(),
  told: new WeakMap(),
  updates: new Map(),
})

function isKept(
  { arrival, publishedMs, feedId }: RankedHeadline,
  { after, sinceMs, feeds }: Pick<KeptNews, 'after' | 'sinceMs' | 'feeds'>,
): boolean {
  const feed = feeds.get(feedId)
  return Boolean(feed) && arrival > after && publishedMs >= Math.min(sinceMs, feed?.createdMs ?? 0)
}

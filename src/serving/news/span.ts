import { dayOf } from '../../domain/calendar.ts'
import { eachInTurns } from '../../lib/let-others-work.ts'
import { createMemory } from '../../lib/memory.ts'
import { newestArrival } from '../../store/arrivals.ts'
import {
  headlinesArrived,
  headlinesPublished,
  mergedColumnists,
  newsFeeds,
  type RankedHeadline,
} from '../../store/headlines.ts'
import type { Database } from '../../store/tables.ts'
import { moveFigures, pickFigures, writeFigures } from './figures.ts'
import { type GroupedNews, groupHeadlines } from './grouped.ts'
import { type KeptNews, keptNews } from './kept.ts'
import type { SpanNews } from './span-news.ts'
import { minuteMs, type NewsStory, partOf } from './story.ts'

/** What a digest covers: `days` local days, the last of them that of `asOf`. */
export type DigestSpan = {
  asOf: Temporal.Instant
  days: number
  /** Leaves out the arrivals up to this one, since they were delivered already. */
  after?: number | null
  /** Leaves out the arrivals past this one: they came later. */
  upTo?: number
  /** Leaves out what is dated later; without `upTo`, that is what is dated after `asOf`. */
  until?: Temporal.Instant
  /** Articles that are left out besides. */
  except?: ReadonlySet<number>
}

/** Who was away for so long that more came is shown the newest of it; the rest is found by searching. */
const mostSinceLast = 100_000

/**
 * Returns the news of a span in the days of a zone. After an arrival, also those that were published
 * earlier and came late; but not what was out before its feed was added. The same span gives the same
 * object until anything changes. Who asks for many at once may give the news as they were read for all of them.
 */
export async function newsOfSpan(
  db: Database,
  span: DigestSpan,
  zone: string,
  given?: KeptNews,
): Promise<SpanNews> {
  const { after = null, upTo, except } = span
  const fromMs = firstMs(`${span.days} ${span.asOf.epochMilliseconds} ${zone}`)
  const kept = given ?? (await keptNews(db))
  const isKept = after === null ? fromMs >= kept.sinceMs : after >= kept.after
  if (!isKept) {
    const news = await readNews(db, span, fromMs)
    return within({ ...news, texts: kept.texts }, span, fromMs)
  }
  if (except?.size) return within(kept, span, fromMs)
  const key = [fromMs, after, upTo, untilMs(span)].join()
  const known = kept.spans.get(key) ?? within(kept, span, fromMs)
  if (kept.spans.size > mostSpans) kept.spans.clear()
  kept.spans.set(key, known)
  return known
}

/** Chats whose days begin together and that have the same past share one. */
const mostSpans = 50

type News = GroupedNews & Pick<SpanNews, 'feeds' | 'merged' | 'texts'>

/** When what is dated latest may be. */
function untilMs({ asOf, upTo, until }: DigestSpan): number {
  if (until) return until.epochMilliseconds
  return upTo === undefined ? asOf.epochMilliseconds : Number.MAX_SAFE_INTEGER
}

async function within(news: News, span: DigestSpan, fromMs: number): Promise<SpanNews> {
  const { feeds, merged, texts } = news
  const { after = null, upTo, except } = span
  const latestMs = untilMs(span)
  const last = upTo ?? Number.POSITIVE_INFINITY
  const first = after ?? 0
  const isIn = ({ id, feedId, publishedMs, arrival }: RankedHeadline): boolean => {
    const feed = feeds.get(feedId)
    if (!feed || arrival <= first || arrival > last || publishedMs > latestMs) return false
    const isNew = publishedMs >= fromMs || (after !== null && publishedMs >= feed.createdMs)
    return isNew && !except?.has(id)
  }
  // By minutes: where one lies at a bound, the articles are looked at.
  const [fromMinute, untilMinute] = [fromMs / minuteMs, latestMs / minuteMs]
  // After an arrival, all is new that was published when all feeds were there.
  const lastFeedMs = Math.max(...Array.from(feeds.values(), ({ createdMs }) => createdMs))
  const newMinute = after === null ? fromMinute : Math.min(fromMinute, lastFeedMs / minuteMs)
  const { newestMinute } = news.figures
  const { oldestMinute, firstArrival, lastArrival } = news.extents
  const places: number[] = []
  const atBounds: number[] = []
  for (let place = 0; place < news.stories.length; place++) {
    const newest = newestMinute[place] ?? 0
    const [firstCame, lastCame] = [firstArrival[place] ?? 0, lastArrival[place] ?? 0]
    if (lastCame <= first || firstCame > last) continue
    if (after === null && newest + 1 <= fromMinute) continue
    const isWhole =
      (oldestMinute[place] ?? 0) >= newMinute &&
      newest + 1 <= untilMinute &&
      firstCame > first &&
      lastCame <= last &&
      !except?.size
    if (isWhole) places.push(place)
    else atBounds.push(place)
  }
  // What changes from here on is in the next.
  const columns = [...news.columns.values()].filter(isIn)
  const figures = pickFigures(news.figures, [...places, ...atBounds])
  const stories = storiesAt(places, news)
  await eachInTurns(storiesAt(atBounds, news), (story, i) => {
    const part = partOf(story, isIn)
    if (!part) return
    if (part === story) moveFigures(figures, places.length + i, stories.length)
    else writeFigures(figures, stories.length, part)
    stories.push(part)
  })
  return { stories, figures, columns, feeds, merged, texts }
}

function storiesAt(places: readonly number[], { stories }: GroupedNews): NewsStory[] {
  return places.flatMap((place) => stories[place] ?? [])
}

/** The oldest local day of a span. */
export function firstDay(
  { asOf, days }: Pick<DigestSpan, 'asOf' | 'days'>,
  zone: string,
): Temporal.PlainDate {
  return dayOf(asOf, zone).subtract({ days: days - 1 })
}

/** When the oldest local day of a span begins; asked for each of many digests that are due at once. */
const firstMs = createMemory(1000)((all) => {
  const [days, asOfMs, zone = ''] = all.split(' ')
  const asOf = Temporal.Instant.fromEpochMilliseconds(Number(asOfMs))
  return firstDay({ asOf, days: Number(days) }, zone).toZonedDateTime(zone).epochMilliseconds
})

/** Reads what is older than the news that are kept. */
async function readNews(
  db: Database,
  span: DigestSpan,
  fromMs: number,
): Promise<Omit<News, 'texts'>> {
  const { after = null, upTo } = span
  const last = upTo ?? (await newestArrival(db))
  const headlines = groupHeadlines()
  const slices =
    after === null
      ? headlinesPublished(db, { fromMs, untilMs: untilMs(span) })
      : headlinesArrived(db, { after: Math.max(after, last - mostSinceLast), upTo: last })
  const feeds = await newsFeeds(db)
  for await (const some of slices) {
    for (const each of some) if (feeds.has(each.feedId)) headlines.put(each)
  }
  return { ...headlines, feeds, merged: await mergedColumnists(db) }
}

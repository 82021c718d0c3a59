import { eachInTurns } from '../lib/let-others-work.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { dayOfMinute } from './news/profiles.ts'
import type { SpanNews } from './news/span-news.ts'
import { minuteMs, minuteOf } from './news/story.ts'

/** What is counted in some news. */
export type Survey = {
  /** The minute in which the last of them is dated, in epoch milliseconds. */
  latestMs: number
  /** How many items a feed brings for each day on which there are any. */
  itemsADay(feedId: number): number
  languages: ReadonlyMap<string, number>
}

export async function surveyNews({
  stories,
  figures,
  columns,
}: Pick<SpanNews, 'stories' | 'figures' | 'columns'>): Promise<Survey> {
  const days = new Set<number>()
  let latestMinute = Number.NEGATIVE_INFINITY
  let lastDay = Number.NaN
  const countTime = (minute: number) => {
    latestMinute = Math.max(latestMinute, minute)
    const day = dayOfMinute(minute)
    if (day !== lastDay) days.add(day)
    lastDay = day
  }
  const items: number[] = []
  const countItems = (feedId: number, more: number) => {
    items[feedId] = (items[feedId] ?? 0) + more
  }
  const countAll = (articles: readonly RankedHeadline[]) => {
    for (const article of articles) {
      countTime(minuteOf(article))
      countItems(article.feedId, 1)
    }
  }
  countAll(columns)
  const { profile, newestMinute, profiles } = figures
  const counts = new Int32Array(profiles.all.length)
  for (let place = 0; place < stories.length; place++) {
    const number = profile[place] ?? 0
    counts[number] = (counts[number] ?? 0) + 1
    countTime(newestMinute[place] ?? 0)
  }
  const languages = new Map<string, number>()
  for (const [number, { feeds, language, itemsOfFeed }] of profiles.all.entries()) {
    const count = counts[number] ?? 0
    if (count === 0) continue
    if (language) languages.set(language, (languages.get(language) ?? 0) + count)
    for (const feedId of feeds) countItems(feedId, count * (itemsOfFeed ?? 0))
  }
  const isUncounted = profiles.all.map(({ itemsOfFeed }) => itemsOfFeed === null)
  const uncounted = stories.filter((_, place) => isUncounted[profile[place] ?? 0])
  await eachInTurns(uncounted, ({ articles }) => countAll(articles))
  return {
    latestMs: latestMinute * minuteMs,
    itemsADay: (feedId) => (items[feedId] ?? 0) / Math.max(1, days.size),
    languages,
  }
}

import quickselect from 'quickselect'
import type { RankedHeadline } from '../store/headlines.ts'
import { type Ranked, type RankOptions, scoreOf, usualHalfLifeHours } from '../stories/rank.ts'
import { type NewsStory, type SpanNews, storyOf } from './news/story.ts'

/** How much a feed counts; 1 is the usual. */
export type WeightOf = (feedId: number) => number

/** What is needed of a span to rank its news. */
export type Rankable = Pick<SpanNews, 'stories' | 'columns'> & {
  weightOf: WeightOf
  /** How many items a day a feed brings; counted among these news by default. */
  itemsADay?: (feedId: number) => number
}

/** A story with its rank. */
export type Entry = { story: NewsStory; ranked: Ranked; score: number }

/** Stories in the order of their ranks: pinned ones, then by score, then the newest. */
export type Ranking = {
  count: number
  /** How many there are in each language that is known. */
  languages(): ReadonlyMap<string, number>
  /** Those from one place in the order to another, which is not among them; the first is at 0. */
  entries(from: number, until: number): Entry[]
  without(stories: ReadonlySet<NewsStory>): Ranking
  /** The rankings of the stories with the same key. */
  groupBy(keyOf: (story: NewsStory) => string): Map<string, Ranking>
}

/** The news of a span by their ranks. */
export type RankedNews = {
  ranking: Ranking
  /** The most important first. */
  columns: RankedHeadline[]
}

type Known = { latestMs: number; byHalfLife: Map<number, RankedNews> }

const knownOf = new WeakMap<Rankable, Known>()

/**
 * Ranks the news of a span. Time lowers all scores alike: once nothing is dated ahead, their order is
 * found once for all who ask.
 */
export function rankNews(news: Rankable, options: RankOptions): RankedNews {
  const { asOf, halfLifeHours = usualHalfLifeHours } = options
  const known = knownOf.get(news) ?? { latestMs: latestOf(news), byHalfLife: new Map() }
  knownOf.set(news, known)
  if (known.latestMs > asOf.epochMilliseconds) return rank(news, options)
  const ranked = known.byHalfLife.get(halfLifeHours) ?? rank(news, options)
  known.byHalfLife.set(halfLifeHours, ranked)
  return ranked
}

function latestOf({ stories, columns }: Rankable): number {
  let latestMs = Number.NEGATIVE_INFINITY
  for (const { newest } of stories) latestMs = Math.max(latestMs, newest.publishedMs)
  for (const { publishedMs } of columns) latestMs = Math.max(latestMs, publishedMs)
  return latestMs
}

/** Numbers alone are made for each story: there may be a hundred thousand. */
function rank(news: Rankable, options: RankOptions): RankedNews {
  const { stories, columns } = news
  const rankOf = createRankOf(news)
  const scores = new Float64Array(stories.length)
  stories.forEach((story, i) => {
    scores[i] = scoreOf(rankOf(story), options)
  })
  const byScore = columns.map((column) => {
    const ranked = { ...rankOf(storyOf([column])), columns: 0, firsts: 0, isRoutine: false }
    return { column, score: scoreOf(ranked, options) }
  })
  byScore.sort((a, b) => b.score - a.score || b.column.id - a.column.id)
  return {
    ranking: rankingOf(stories, scores, rankOf),
    columns: byScore.map(({ column }) => column),
  }
}

/** The first are asked for by everybody. */
const mostKeptInOrder = 250

function rankingOf(
  stories: readonly NewsStory[],
  scores: Float64Array,
  rankOf: (story: NewsStory) => Ranked,
): Ranking {
  const byRank = (a: number, b: number) => {
    const [one, other] = [stories[a]?.newest, stories[b]?.newest]
    if (!one || !other) return 0
    return (
      Number(other.isPinned) - Number(one.isPinned) ||
      (scores[b] ?? 0) - (scores[a] ?? 0) ||
      other.publishedMs - one.publishedMs ||
      other.id - one.id
    )
  }
  const ofPlaces = (places: readonly number[]): Ranking => {
    let languages: Map<string, number> | null = null
    let first: number[] | null = null
    const orderOf = (from: number, until: number) => {
      if (until > mostKeptInOrder) return partOfOrder(places, from, until, byRank)
      first ??= partOfOrder(places, 0, mostKeptInOrder, byRank)
      return first.slice(from, until)
    }
    return {
      count: places.length,
      languages: () => {
        languages ??= countLanguages(places.flatMap((i) => stories[i] ?? []))
        return languages
      },
      entries: (from, until) =>
        orderOf(from, until).flatMap((i) => {
          const story = stories[i]
          return story ? { story, ranked: rankOf(story), score: scores[i] ?? 0 } : []
        }),
      without: (left) =>
        ofPlaces(
          places.filter((i) => {
            const story = stories[i]
            return story && !left.has(story)
          }),
        ),
      groupBy(keyOf) {
        const groups = Map.groupBy(places, (i) => (stories[i] ? keyOf(stories[i]) : ''))
        return new Map([...groups].map(([key, group]) => [key, ofPlaces(group)]))
      },
    }
  }
  return ofPlaces(stories.map((_, i) => i))
}

function countLanguages(stories: readonly NewsStory[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { newest } of stories) {
    if (newest.language) counts.set(newest.language, (counts.get(newest.language) ?? 0) + 1)
  }
  return counts
}

/** A part of the order of some values: sorting all of them would take too long. */
function partOfOrder(
  values: readonly number[],
  from: number,
  until: number,
  compare: (a: number, b: number) => number,
): number[] {
  const all = values.slice()
  const end = Math.min(until, all.length)
  if (from >= end) return []
  if (from > 0) quickselect(all, from - 1, 0, all.length - 1, compare)
  if (end < all.length) quickselect(all, end - 1, from, all.length - 1, compare)
  return all.slice(from, end).sort(compare)
}

function createRankOf({
  stories,
  columns,
  weightOf,
  itemsADay = countItemsADay(stories, columns),
}: Rankable): (story: NewsStory) => Ranked {
  const columnsOn = new Map<number, number>()
  for (const { aboutStory } of columns) {
    if (aboutStory !== null) columnsOn.set(aboutStory, (columnsOn.get(aboutStory) ?? 0) + 1)
  }
  return ({ newest, feeds, firsts, routine }) => {
    const { publishedMs: newestMs, isPinned, isContinued, storyId } = newest
    let weight = 0
    let fewestADay = Number.POSITIVE_INFINITY
    for (const feedId of feeds) {
      weight = Math.max(weight, weightOf(feedId))
      fewestADay = Math.min(fewestADay, itemsADay(feedId))
    }
    return {
      ...{ sources: feeds.length, newestMs, days: isContinued ? 2 : 1, isPinned, firsts, weight },
      ...{ itemsADay: fewestADay, columns: storyId === null ? 0 : (columnsOn.get(storyId) ?? 0) },
      isRoutine: routine * 2 >= feeds.length,
    }
  }
}

/** How many items of each feed a span holds for each day on which there are any. */
export function countItemsADay(
  stories: readonly NewsStory[],
  columns: readonly RankedHeadline[],
): (feedId: number) => number {
  const counts = new Map<number, number>()
  const days = new Set<number>()
  let lastDay = Number.NaN
  const count = ({ feedId, publishedMs }: RankedHeadline) => {
    counts.set(feedId, (counts.get(feedId) ?? 0) + 1)
    const day = Math.floor(publishedMs / dayMs)
    if (day !== lastDay) days.add(day)
    lastDay = day
  }
  for (const { articles } of stories) articles.forEach(count)
  columns.forEach(count)
  return (feedId) => (counts.get(feedId) ?? 0) / Math.max(1, days.size)
}

const dayMs = 86_400_000

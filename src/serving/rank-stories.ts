import { endLongTurn } from '../lib/let-others-work.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { type Ranked, type RankOptions, scoreOf, usualHalfLifeHours } from '../stories/rank.ts'
import { type NewsStory, type SpanNews, storyOf } from './news/story.ts'
import { type Entry, type Ranking, rankingOf } from './ranking.ts'

/** How much a feed counts; 1 is the usual. */
export type WeightOf = (feedId: number) => number

/** What is needed of a span to rank its news. */
export type Rankable = Pick<SpanNews, 'stories' | 'columns'> & { weightOf: WeightOf }

/** The news of a span by their ranks. */
export type RankedNews = {
  ranking: Ranking
  /** The most important first. */
  columns: RankedHeadline[]
  /** What the score of one of its stories is made of, and by which options. */
  rankOf(story: NewsStory): Ranked
  options: RankOptions
}

/** All news of a span by their ranks, with what the ranks of a part of them are found by. */
export type RankedWhole = RankedNews & {
  scoreOfColumn: ReadonlyMap<RankedHeadline, number>
  columnsOn: ReadonlyMap<number, readonly RankedHeadline[]>
  itemsADay(feedId: number): number
  /** The stories with anything of each feed, in no order; found at the first question. */
  byFeed(): Promise<ReadonlyMap<number, readonly Entry[]>>
}

type Known = { survey: Promise<Survey>; byHalfLife: Map<number, Promise<RankedWhole>> }

const knownOf = new WeakMap<Rankable, Known>()

/**
 * Ranks the news of a span. Time lowers all scores alike: once nothing is dated ahead, their order is
 * found once for all who ask.
 */
export async function rankNews(news: Rankable, options: RankOptions): Promise<RankedWhole> {
  const { asOf, halfLifeHours = usualHalfLifeHours } = options
  const known = knownOf.get(news) ?? { survey: surveyNews(news), byHalfLife: new Map() }
  knownOf.set(news, known)
  const survey = await known.survey
  if (survey.latestMs > asOf.epochMilliseconds) return rank(news, survey, options)
  const ranked = known.byHalfLife.get(halfLifeHours) ?? rank(news, survey, options)
  known.byHalfLife.set(halfLifeHours, ranked)
  return ranked
}

/** What is found of some news by one look at each. */
type Survey = {
  latestMs: number
  /** How many items a feed brings for each day on which there are any. */
  itemsADay(feedId: number): number
  languages: ReadonlyMap<string, number>
}

/** So many stories are looked at before others may have their turn. */
const atOnce = 1000

async function surveyNews({ stories, columns }: Rankable): Promise<Survey> {
  const items = new Map<number, number>()
  const days = new Set<number>()
  const languages = new Map<string, number>()
  let latestMs = Number.NEGATIVE_INFINITY
  let lastDay = Number.NaN
  const count = ({ feedId, publishedMs }: RankedHeadline) => {
    latestMs = Math.max(latestMs, publishedMs)
    items.set(feedId, (items.get(feedId) ?? 0) + 1)
    const day = Math.floor(publishedMs / dayMs)
    if (day !== lastDay) days.add(day)
    lastDay = day
  }
  columns.forEach(count)
  for (const [i, { newest, articles }] of stories.entries()) {
    if (i % atOnce === 0) await endLongTurn()
    for (const article of articles) count(article)
    const { language } = newest
    if (language) languages.set(language, (languages.get(language) ?? 0) + 1)
  }
  const itemsADay = (feedId: number) => (items.get(feedId) ?? 0) / Math.max(1, days.size)
  return { latestMs, itemsADay, languages }
}

const dayMs = 86_400_000

async function rank(
  { stories, columns, weightOf }: Rankable,
  { itemsADay, languages }: Survey,
  options: RankOptions,
): Promise<RankedWhole> {
  const columnsOn = columnsOnStories(columns)
  const columnsOnStory = (id: number) => columnsOn.get(id)?.length ?? 0
  const rankOf = createRankOf({ weightOf, itemsADay, columnsOn: columnsOnStory })
  const entries: Entry[] = []
  for (const [i, story] of stories.entries()) {
    if (i % atOnce === 0) await endLongTurn()
    entries.push({ story, score: scoreOf(rankOf(story), options), isShared: true })
  }
  const scoreOfColumn = new Map(
    columns.map((column) => [column, scoreOf(rankOfColumn(column, rankOf), options)]),
  )
  const byScore = [...scoreOfColumn].sort(([a, one], [b, other]) => other - one || b.id - a.id)
  let byFeed: Promise<Map<number, Entry[]>> | null = null
  return {
    ...{
      ranking: rankingOf(entries, languages),
      columns: byScore.map(([column]) => column),
      rankOf,
    },
    ...{ options, scoreOfColumn, columnsOn, itemsADay },
    byFeed() {
      byFeed ??= entriesByFeed(entries)
      return byFeed
    },
  }
}

async function entriesByFeed(entries: readonly Entry[]): Promise<Map<number, Entry[]>> {
  const byFeed = new Map<number, Entry[]>()
  for (const [i, entry] of entries.entries()) {
    if (i % atOnce === 0) await endLongTurn()
    for (const feedId of entry.story.feeds) {
      const others = byFeed.get(feedId)
      if (others) others.push(entry)
      else byFeed.set(feedId, [entry])
    }
  }
  return byFeed
}

/** Where an outlet places a column, and what is said of its story, are nothing to it. */
function rankOfColumn(column: RankedHeadline, rankOf: (story: NewsStory) => Ranked): Ranked {
  return { ...rankOf(storyOf([column])), columns: 0, firsts: 0, isRoutine: false }
}

function columnsOnStories(columns: readonly RankedHeadline[]): Map<number, RankedHeadline[]> {
  const columnsOn = new Map<number, RankedHeadline[]>()
  for (const column of columns) {
    if (column.aboutStory === null) continue
    const others = columnsOn.get(column.aboutStory)
    if (others) others.push(column)
    else columnsOn.set(column.aboutStory, [column])
  }
  return columnsOn
}

/** What ranks depend on beside the stories. */
export type RankParts = {
  weightOf: WeightOf
  /** How many items a day a feed brings. */
  itemsADay(feedId: number): number
  /** How many columns are about a story. */
  columnsOn(storyId: number): number
}

/** Makes the question what the score of a story is made of. */
export function createRankOf({
  weightOf,
  itemsADay,
  columnsOn,
}: RankParts): (story: NewsStory) => Ranked {
  return ({ newest, feeds, firsts, isRoutine }) => {
    const { publishedMs: newestMs, isPinned, isContinued, storyId } = newest
    let weight = 0
    let fewestADay = Number.POSITIVE_INFINITY
    for (const feedId of feeds) {
      weight = Math.max(weight, weightOf(feedId))
      fewestADay = Math.min(fewestADay, itemsADay(feedId))
    }
    return {
      sources: feeds.length,
      newestMs,
      weight,
      days: isContinued ? 2 : 1,
      isPinned,
      columns: storyId === null ? 0 : columnsOn(storyId),
      firsts,
      itemsADay: fewestADay,
      isRoutine,
    }
  }
}

import { eachInTurns, endLongTurn } from '../lib/let-others-work.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import {
  createScoreOf,
  type Ranked,
  type RankOptions,
  type ScoreOf,
  usualHalfLifeHours,
} from '../stories/rank.ts'
import { minuteMs, minuteOf, type NewsStory, type SpanNews, storyOf } from './news/story.ts'
import { type Entry, type Ranking, rankShared } from './ranking.ts'

/** How much a feed counts; 1 is the usual. */
export type WeightOf = (feedId: number) => number

/** What is needed of a span to rank its news. */
export type Rankable = Pick<SpanNews, 'stories' | 'columns'> & { weightOf: WeightOf }

/** The news of a span by their ranks. */
export type RankedNews = {
  ranking: Ranking
  /** The most important first. */
  columns: RankedHeadline[]
  /** What the score of one of its stories is made of, and the score. */
  rankOf(story: NewsStory): Ranked
  scoreOf: ScoreOf
}

/** All news of a span by their ranks, with what the ranks of a part of them are found by. */
export type RankedWhole = RankedNews & {
  scoreOfColumn: ReadonlyMap<RankedHeadline, number>
  columnsOn: ReadonlyMap<number, readonly RankedHeadline[]>
  itemsADay(feedId: number): number
  /** The stories with anything of each feed, those with the greatest scores first; found at the first question. */
  byFeed(): Promise<ReadonlyMap<number, readonly Entry[]>>
}

type Known = { survey: Promise<Survey>; ranked: Map<string, Promise<RankedWhole>> }

const knownOf = new WeakMap<Rankable, Known>()
/** The half-lives in use, and moments before something that is dated ahead. */
const mostRanked = 6

/**
 * Ranks the news of a span. Time lowers all scores alike: once nothing is dated ahead, their order is
 * found once for all who ask; before, once for all who ask of one moment.
 */
export async function rankNews(news: Rankable, options: RankOptions): Promise<RankedWhole> {
  const { asOf, halfLifeHours = usualHalfLifeHours } = options
  const known = knownOf.get(news) ?? { survey: surveyNews(news), ranked: new Map() }
  knownOf.set(news, known)
  const survey = await known.survey
  const asOfMs = asOf.epochMilliseconds
  const key = `${halfLifeHours} ${survey.latestMs > asOfMs ? asOfMs : ''}`
  const before = known.ranked.get(key)
  if (before) return before
  if (known.ranked.size >= mostRanked) known.ranked.clear()
  const ranked = rank(news, survey, options)
  known.ranked.set(key, ranked)
  return ranked
}

/** What is found of some news by one look at each. */
type Survey = {
  /** The minute in which the last of them is dated, in epoch milliseconds. */
  latestMs: number
  /** How many items a feed brings for each day on which there are any. */
  itemsADay(feedId: number): number
  languages: ReadonlyMap<string, number>
}

async function surveyNews({ stories, columns }: Rankable): Promise<Survey> {
  const items: number[] = []
  const days = new Set<number>()
  const languages = new Map<string, number>()
  let latestMinute = Number.NEGATIVE_INFINITY
  let lastDay = Number.NaN
  const count = (feedId: number, minute: number) => {
    items[feedId] = (items[feedId] ?? 0) + 1
    latestMinute = Math.max(latestMinute, minute)
    const day = dayOfMinute(minute)
    if (day !== lastDay) days.add(day)
    lastDay = day
  }
  const countAll = (articles: readonly RankedHeadline[]) => {
    for (const article of articles) count(article.feedId, minuteOf(article))
  }
  countAll(columns)
  await eachInTurns(stories, (story) => {
    const { articles, feeds, newestMinute, language } = story
    if (feeds.length === articles.length && isOfOneDay(story)) {
      for (const feedId of feeds) count(feedId, newestMinute)
    } else countAll(articles)
    if (language) languages.set(language, (languages.get(language) ?? 0) + 1)
  })
  const itemsADay = (feedId: number) => (items[feedId] ?? 0) / Math.max(1, days.size)
  return { latestMs: latestMinute * minuteMs, itemsADay, languages }
}

const dayOfMinute = (minute: number) => Math.floor(minute / (24 * 60))

function isOfOneDay({ oldestMinute, newestMinute }: NewsStory): boolean {
  return dayOfMinute(oldestMinute) === dayOfMinute(newestMinute)
}

async function rank(
  { stories, columns, weightOf }: Rankable,
  { itemsADay, languages }: Survey,
  options: RankOptions,
): Promise<RankedWhole> {
  const columnsOn = columnsOnStories(columns)
  const columnsOnStory = (id: number) => columnsOn.get(id)?.length ?? 0
  const rankOf = createRankOf({ weightOf, itemsADay, columnsOn: columnsOnStory })
  const scoreOf = createScoreOf(options)
  const scores = new Float64Array(stories.length)
  const pinned = new Set<number>()
  await eachInTurns(stories, (story, place) => {
    scores[place] = scoreOf(rankOf(story))
    if (story.isPinned) pinned.add(place)
  })
  const { entryAt, ...ranking } = rankShared(stories, { scores, pinned }, languages)
  const byScore = columns
    .map((column) => ({ column, score: scoreOf(rankOfColumn(column, rankOf)) }))
    .sort((a, b) => b.score - a.score || b.column.id - a.column.id)
  const scoreOfColumn = new Map(byScore.map(({ column, score }) => [column, score]))
  let byFeed: Promise<Map<number, Entry[]>> | null = null
  return {
    ...{ ranking, columns: byScore.map(({ column }) => column) },
    ...{ rankOf, scoreOf, scoreOfColumn, columnsOn, itemsADay },
    byFeed() {
      byFeed ??= entriesByFeed(stories, entryAt)
      return byFeed
    },
  }
}

async function entriesByFeed(
  stories: readonly NewsStory[],
  entryAt: (place: number) => Entry,
): Promise<Map<number, Entry[]>> {
  const byFeed = new Map<number, Entry[]>()
  await eachInTurns(stories, ({ feeds }, place) => {
    const entry = entryAt(place)
    for (const feedId of feeds) {
      const others = byFeed.get(feedId)
      if (others) others.push(entry)
      else byFeed.set(feedId, [entry])
    }
  })
  for (const entries of byFeed.values()) {
    await endLongTurn()
    entries.sort((a, b) => b.score - a.score)
  }
  return byFeed
}

const alone = new WeakMap<RankedHeadline, NewsStory>()

/** Where an outlet places a column, and what is said of its story, are nothing to it. */
function rankOfColumn(column: RankedHeadline, rankOf: (story: NewsStory) => Ranked): Ranked {
  const story = alone.get(column) ?? storyOf([column])
  alone.set(column, story)
  return { ...rankOf(story), columns: 0, firsts: 0, isRoutine: false }
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
  return (story) => {
    const { feeds, firsts, isRoutine, newestMinute, isPinned, isContinued, storyId } = story
    let weight = 0
    let fewestADay = Number.POSITIVE_INFINITY
    for (const feedId of feeds) {
      weight = Math.max(weight, weightOf(feedId))
      fewestADay = Math.min(fewestADay, itemsADay(feedId))
    }
    return {
      sources: feeds.length,
      newestMs: newestMinute * minuteMs,
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

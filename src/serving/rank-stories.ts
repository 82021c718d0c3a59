import { eachInTurns, endLongTurn } from '../lib/let-others-work.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import {
  createFreshnessOf,
  createScoreOf,
  importanceOf,
  type Ranked,
  type RankOptions,
  type ScoreOf,
  usualHalfLifeHours,
  worthOf,
} from '../stories/rank.ts'
import type { SpanNews } from './news/span-news.ts'
import { minuteMs, type NewsStory, storyOf } from './news/story.ts'
import { type Entry, type Ranking, rankShared } from './ranking.ts'
import { type Survey, surveyNews } from './survey-news.ts'

/** How much a feed counts; 1 is the usual. */
export type WeightOf = (feedId: number) => number

/** What is needed of a span to rank its news. */
export type Rankable = Pick<SpanNews, 'stories' | 'figures' | 'columns'> & { weightOf: WeightOf }

/** The news of a span by their ranks. */
export type RankedNews = {
  ranking: Ranking
  /** The most important first. */
  columns: RankedHeadline[]
  /** What the score of one of its stories is made of, and the score. */
  rankOf(story: Rated): Ranked
  scoreOf: ScoreOf
}

/** All news of a span by their ranks, with what the ranks of a part of them are found by. */
export type RankedWhole = RankedNews & {
  scoreOfColumn: ReadonlyMap<RankedHeadline, number>
  columnsOn: ReadonlyMap<number, readonly RankedHeadline[]>
  itemsADay(feedId: number): number
  /** The stories with anything of each feed, those with the greatest scores first; found at the first question. */
  byFeed(): Promise<ReadonlyMap<number, readonly Entry[]>>
  /** What was found that papers bring of a story, by how they treat it: the same map at each call. */
  partsOf(story: NewsStory): Map<number, Entry | null>
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

async function rank(
  news: Rankable,
  { itemsADay, languages }: Survey,
  options: RankOptions,
): Promise<RankedWhole> {
  const { stories, figures, columns, weightOf } = news
  const columnsOn = columnsOnStories(columns)
  const countColumns = (id: number) => columnsOn.get(id)?.length ?? 0
  const rankOf = createRankOf({ weightOf, itemsADay, columnsOn: countColumns })
  const scoreOf = createScoreOf(options)
  const scores = await scoresOf(news, { columnsOn, rankOf, scoreOf, options })
  const isPinned = figures.profiles.all.map((profile) => profile.isPinned)
  const pinned = new Set<number>()
  if (isPinned.includes(true)) {
    for (const place of stories.keys()) {
      if (isPinned[figures.profile[place] ?? 0]) pinned.add(place)
    }
  }
  const { entryAt, ...ranking } = rankShared(stories, { scores, pinned }, languages)
  const byScore = columns
    .map((column) => ({ column, score: scoreOf(rankOfColumn(column, rankOf)) }))
    .sort((a, b) => b.score - a.score || b.column.id - a.column.id)
  const scoreOfColumn = new Map(byScore.map(({ column, score }) => [column, score]))
  let byFeed: Promise<Map<number, Entry[]>> | null = null
  const parts = new Map<NewsStory, Map<number, Entry | null>>()
  return {
    ...{ ranking, columns: byScore.map(({ column }) => column) },
    ...{ rankOf, scoreOf, scoreOfColumn, columnsOn, itemsADay },
    byFeed() {
      byFeed ??= entriesByFeed(stories, entryAt)
      return byFeed
    },
    partsOf(story) {
      const known = parts.get(story) ?? new Map<number, Entry | null>()
      parts.set(story, known)
      return known
    },
  }
}

/** The scores of all stories by their places: for each the same as `scoreOf` of its rank. */
async function scoresOf(
  { stories, figures }: Pick<Rankable, 'stories' | 'figures'>,
  {
    columnsOn,
    rankOf,
    scoreOf,
    options,
  }: Pick<RankedWhole, 'columnsOn' | 'rankOf' | 'scoreOf'> & { options: RankOptions },
): Promise<Float64Array> {
  const { profile, newestMinute, storyId, profiles } = figures
  const freshnessOf = createFreshnessOf(options)
  const lasting = profiles.all.map((each) => {
    const ranked = rankOf({ ...each, storyId: null, newestMinute: 0 })
    return importanceOf(ranked, ranked.sources) * worthOf(ranked)
  })
  // Many stories come in one minute.
  let minute = Number.NaN
  let freshness = 0
  const scores = new Float64Array(stories.length)
  await eachInTurns(stories, (story, place) => {
    if (columnsOn.has(storyId[place] ?? 0)) {
      scores[place] = scoreOf(rankOf(story))
      return
    }
    const newest = newestMinute[place] ?? 0
    if (newest !== minute) freshness = freshnessOf(newest * minuteMs)
    minute = newest
    scores[place] = (lasting[profile[place] ?? 0] ?? 0) * freshness
  })
  return scores
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

/** What of a story its rank depends on. */
type Rated = Pick<
  NewsStory,
  'feeds' | 'firsts' | 'isRoutine' | 'isContinued' | 'isPinned' | 'newestMinute' | 'storyId'
>

/** Makes the question what the score of a story is made of. */
export function createRankOf({
  weightOf,
  itemsADay,
  columnsOn,
}: RankParts): (story: Rated) => Ranked {
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

import { isUsualPaper, type Paper } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import type { Database } from '../../store/tables.ts'
import { nothingCaught } from '../caught.ts'
import { isFeedOff, sectionsOf } from '../papers.ts'
import type { Rankable, WeightOf } from '../rank-stories.ts'
import { type Caps, capsOf } from './caps.ts'
import { createFollows } from './follows.ts'
import { indexNews } from './index-news.ts'
import { mutedHeadlines } from './mutes.ts'
import type { SpanNews } from './span-news.ts'
import { type NewsStory, partOfPaper } from './story.ts'
import { moveInTally, type StoryTally, tallyStories } from './tally.ts'

/** What a chat wants of the news of a span. */
export type PaperNews = {
  /** All news of the span, as admins weigh them: the same object for the same news. */
  whole: Rankable
  /** What the chat wants of them; null where that is all. */
  part: PaperPart | null
}

export type PaperPart = Readonly<StoryTally> & {
  isIn: (headline: RankedHeadline) => boolean
  /**
   * How it treats a story, as a number: where two papers give the same number, they bring the same of it, and
   * to both it counts as much. 0 says that it stands as in the whole; null, that its feeds alone do not decide.
   */
  treatmentOf: (story: NewsStory) => number | null
  /** What the paper would bring, had its chat not muted it. */
  muted: ReadonlySet<RankedHeadline>
  /** How much a feed counts of what it usually does; `more` are those that count more. */
  factorOf: (feedId: number) => number
  more: readonly number[]
  /** How much of which sections a page holds; null for no bounds. */
  caps: Caps | null
  isFollowed: (headline: RankedHeadline) => boolean
  /** The stories that may hold anything that is followed. */
  followed: readonly NewsStory[]
}

/** How much more or less counts of what a chat wants more or less of. */
const moreFactor = 2
const lessFactor = 0.5
/** How much a feed may count; not at all where it is left out. */
const factors = [0, lessFactor, 1, moreFactor]
const usual = factors.indexOf(1)
/** Beyond so many the number of a treatment would not be exact. */
const mostFeeds = 24

const wholes = new WeakMap<SpanNews, Rankable>()

/** All news of a span, as they are ranked for everybody. */
export function wholeNews(news: SpanNews): Rankable {
  const { stories, figures, columns } = news
  const known = wholes.get(news) ?? { stories, figures, columns, weightOf: weightsOf(news) }
  wholes.set(news, known)
  return known
}

/** Finds what a paper brings of the news of a span; `caught` are the articles that its searches find. */
export async function newsOfPaper(
  db: Database,
  news: SpanNews,
  paper: Paper,
  asOf: Temporal.Instant,
  caught: ReadonlySet<number> = nothingCaught,
): Promise<PaperNews> {
  const whole = wholeNews(news)
  if (isUsualPaper(paper)) return { whole, part: null }
  const { languagesOff, kinds } = paper
  const brought: boolean[] = []
  for (const feed of news.feeds.values()) brought[feed.id] = !isFeedOff(paper, feed)
  type Sort = Pick<RankedHeadline, 'feedId' | 'language'>
  // Asked of thousands of headlines for each page: what is not chosen is not asked about.
  const brings =
    languagesOff.length === 0
      ? ({ feedId }: Sort) => brought[feedId] === true
      : ({ feedId, language }: Sort) =>
          brought[feedId] === true && !languagesOff.includes(language ?? '')
  const isKind = ({ kind }: RankedHeadline) =>
    kinds === 'all' || (kind === 'column') === (kinds === 'columns')
  const isBrought =
    kinds === 'all' ? brings : (headline: RankedHeadline) => brings(headline) && isKind(headline)
  const found = await mutedHeadlines(db, news, paper.mutes, asOf)
  const muted = found.size > 0 ? new Set([...found].filter(isBrought)) : found
  const isIn =
    muted.size === 0
      ? isBrought
      : (headline: RankedHeadline) => isBrought(headline) && !muted.has(headline)
  const follows = await createFollows(db, paper.follows, { merged: news.merged, caught })
  const tally = await tallyStories(news, kinds === 'columns' ? () => false : brings)
  const ofMuted = await storiesOf(news, muted)
  for (const { articles } of ofMuted) {
    moveInTally(tally, articles.find(isBrought), articles.find(isIn))
  }
  const { factorOf, more } = factorsOf(news, paper)
  const places: number[] = []
  for (const id of news.feeds.keys()) places[id] = factors.indexOf(brought[id] ? factorOf(id) : 0)
  const areDecidedByFeeds = languagesOff.length === 0 && kinds === 'all'
  const treatmentOf = (story: NewsStory) => {
    const treatment = treatmentOfFeeds(story.feeds, places)
    if (areDecidedByFeeds && !ofMuted.has(story)) return treatment
    return treatment === 0 && story.articles.every(isIn) ? 0 : null
  }
  return {
    whole,
    part: {
      ...{ isIn, treatmentOf, muted, factorOf, more, ...tally, caps: capsOf(news, paper) },
      isFollowed: follows?.isFollowed ?? (() => false),
      followed: follows ? await storiesFollowed(news, follows) : [],
    },
  }
}

/** The stories of some headlines. */
async function storiesOf(
  news: SpanNews,
  headlines: ReadonlySet<RankedHeadline>,
): Promise<ReadonlySet<NewsStory>> {
  if (headlines.size === 0) return new Set()
  const { byArticle } = await indexNews(news)
  return new Set([...headlines].flatMap(({ id }) => byArticle.get(id) ?? []))
}

async function storiesFollowed(
  news: SpanNews,
  { stories, articles }: { stories: ReadonlySet<number>; articles: ReadonlySet<number> },
): Promise<NewsStory[]> {
  if (stories.size + articles.size === 0) return []
  const { byStory, byArticle } = await indexNews(news)
  const found = [
    ...[...stories].map((id) => byStory.get(id)),
    ...[...articles].map((id) => byArticle.get(id)),
  ]
  return [...new Set(found.flatMap((story) => story ?? []))]
}

/** The stories and columns that are wanted of some news, as much of them as is wanted. */
export function wantedNews({ whole, part }: PaperNews): Pick<Rankable, 'stories' | 'columns'> {
  if (!part) return whole
  const { isIn } = part
  return {
    stories: whole.stories.flatMap((story) => partOfPaper(story, isIn) ?? []),
    columns: whole.columns.filter(isIn),
  }
}

/** How much each feed counts to the chat of a paper. */
export function weightsOfPaper({ whole, part }: PaperNews): WeightOf {
  return (feedId) => whole.weightOf(feedId) * (part?.factorOf(feedId) ?? 1)
}

/** How much each feed counts: what admins gave it. */
export function weightsOf({ feeds }: Pick<SpanNews, 'feeds'>): WeightOf {
  return (feedId) => feeds.get(feedId)?.weight ?? 1
}

/** One number of the places in `factors` that some feeds have; 0 where all have the usual one. */
function treatmentOfFeeds(feeds: readonly number[], places: readonly number[]): number | null {
  let isUsual = true
  let treatment = 1
  for (const feedId of feeds) {
    const place = places[feedId] ?? 0
    if (place !== usual) isUsual = false
    treatment = treatment * factors.length + place
  }
  if (isUsual) return 0
  return feeds.length > mostFeeds ? null : treatment
}

/** How much more or less each feed counts to a chat, and which feeds count more. */
function factorsOf(
  { feeds }: Pick<SpanNews, 'feeds'>,
  { more, less }: Pick<Paper, 'more' | 'less'>,
): Pick<PaperPart, 'factorOf' | 'more'> {
  const factors = new Map<number, number>()
  if (isNone(more) && isNone(less)) return { factorOf: () => 1, more: [] }
  for (const feed of feeds.values()) {
    const isOf = (sources: Paper['more']) =>
      sources.feeds.includes(feed.id) ||
      sectionsOf(feed).some((name) => sources.sections.includes(name))
    const factor = (isOf(more) ? moreFactor : 1) * (isOf(less) ? lessFactor : 1)
    if (factor !== 1) factors.set(feed.id, factor)
  }
  return {
    factorOf: (feedId) => factors.get(feedId) ?? 1,
    more: [...factors].filter(([, factor]) => factor > 1).map(([id]) => id),
  }
}

const isNone = ({ sections, feeds }: Paper['more']) => sections.length + feeds.length === 0

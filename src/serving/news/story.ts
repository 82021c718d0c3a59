import type { NewsFeed, RankedHeadline } from '../../store/headlines.ts'

/** The articles of a story, or one alone, with what their rank and their being in a span depend on. */
export type NewsStory = {
  /** Newest first; never empty. */
  articles: readonly RankedHeadline[]
  newest: RankedHeadline
  /** Each feed once, that of the newest article first. */
  feeds: readonly number[]
  /** How many feeds place it first on their own page. */
  firsts: number
  /** How many feeds say it as one more part of a routine series; and whether most of them do. */
  routine: number
  isRoutine: boolean
  oldestMs: number
  firstArrival: number
  lastArrival: number
}

/** The news of a span: its stories, and the columns. */
export type SpanNews = {
  stories: readonly NewsStory[]
  columns: RankedHeadline[]
  feeds: ReadonlyMap<number, NewsFeed>
  /** Columnists who are another, and who they are. */
  merged: ReadonlyMap<number, number>
}

/** Makes a story of its articles. */
export function storyOf([newest, ...rest]: readonly [
  RankedHeadline,
  ...RankedHeadline[],
]): NewsStory {
  const story = {
    ...{ articles: [newest], newest, feeds: [newest.feedId] },
    ...{
      firsts: newest.place === 0 ? 1 : 0,
      routine: newest.isRoutine ? 1 : 0,
      isRoutine: newest.isRoutine,
      oldestMs: newest.publishedMs,
    },
    ...{ firstArrival: newest.arrival, lastArrival: newest.arrival },
  }
  for (const article of rest) {
    const { feedId, place, isRoutine, publishedMs, arrival } = article
    story.articles.push(article)
    story.oldestMs = Math.min(story.oldestMs, publishedMs)
    story.firstArrival = Math.min(story.firstArrival, arrival)
    story.lastArrival = Math.max(story.lastArrival, arrival)
    if (story.feeds.includes(feedId)) continue
    story.feeds.push(feedId)
    story.firsts += place === 0 ? 1 : 0
    story.routine += isRoutine ? 1 : 0
  }
  story.isRoutine = story.routine * 2 >= story.feeds.length
  return story
}

/** The story of those of its articles that a condition holds for; null where there are none. */
export function partOf(
  story: NewsStory,
  isIn: (headline: RankedHeadline) => boolean,
): NewsStory | null {
  if (story.articles.every(isIn)) return story
  const [newest, ...rest] = story.articles.filter(isIn)
  return newest ? storyOf([newest, ...rest]) : null
}

const knownParts = new WeakMap<NewsStory, Map<string, NewsStory>>()
/** Of a story of many outlets nearly each paper has a part of its own. */
const mostParts = 50

/**
 * The part of a story that a paper brings: papers that bring the same articles share it. What is routine to
 * all outlets of a span is so to each reader.
 */
export function partOfPaper(
  story: NewsStory,
  isIn: (headline: RankedHeadline) => boolean,
): NewsStory | null {
  if (story.articles.every(isIn)) return story
  const [first, ...rest] = story.articles.filter(isIn)
  if (!first) return null
  const parts = knownParts.get(story) ?? new Map<string, NewsStory>()
  knownParts.set(story, parts)
  const key = [first, ...rest].map(({ id }) => id).join()
  const part = parts.get(key) ?? { ...storyOf([first, ...rest]), isRoutine: story.isRoutine }
  if (parts.size >= mostParts) parts.clear()
  parts.set(key, part)
  return part
}

export function newestFirst(a: RankedHeadline, b: RankedHeadline): number {
  return b.publishedMs - a.publishedMs || b.id - a.id
}

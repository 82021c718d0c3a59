import type { RankedHeadline } from '../../store/headlines.ts'

/**
 * The articles of a story, or one alone, with what their rank and their being in a span depend on: of a hundred
 * thousand stories, to look at the newest article of each would take longer than all else.
 */
export type NewsStory = Pick<
  RankedHeadline,
  'storyId' | 'language' | 'isPinned' | 'isContinued'
> & {
  /** Newest first; never empty. */
  articles: readonly RankedHeadline[]
  newest: RankedHeadline
  /** Each feed once, that of the newest article first. */
  feeds: readonly number[]
  /** How many feeds place it first on their own page. */
  firsts: number
  /** Most feeds say it as one more part of a routine series. */
  isRoutine: boolean
  /** When its articles were published, in whole minutes since 1970: of many stories, small numbers are sooner read. */
  oldestMinute: number
  newestMinute: number
  firstArrival: number
  lastArrival: number
}

export const minuteMs = 60_000

export function minuteOf({ publishedMs }: RankedHeadline): number {
  return Math.floor(publishedMs / minuteMs)
}

/** Makes a story of its articles. */
export function storyOf([newest, ...rest]: readonly [
  RankedHeadline,
  ...RankedHeadline[],
]): NewsStory {
  const { storyId, language, isPinned, isContinued, isRoutine, arrival } = newest
  const minute = minuteOf(newest)
  const story = {
    ...{ articles: [newest], newest, feeds: [newest.feedId] },
    ...{ storyId, language, isPinned, isContinued, isRoutine },
    ...{ firsts: newest.place === 0 ? 1 : 0, oldestMinute: minute, newestMinute: minute },
    ...{ firstArrival: arrival, lastArrival: arrival },
  }
  let routine = isRoutine ? 1 : 0
  for (const article of rest) {
    const { feedId, place, isRoutine, arrival } = article
    story.articles.push(article)
    story.oldestMinute = Math.min(story.oldestMinute, minuteOf(article))
    story.firstArrival = Math.min(story.firstArrival, arrival)
    story.lastArrival = Math.max(story.lastArrival, arrival)
    if (story.feeds.includes(feedId)) continue
    story.feeds.push(feedId)
    story.firsts += place === 0 ? 1 : 0
    routine += isRoutine ? 1 : 0
  }
  story.isRoutine = routine * 2 >= story.feeds.length
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

/** Parts of stories, by the places of the articles that are left out. */
const knownParts = new WeakMap<NewsStory, Map<string, NewsStory | null>>()
/** Of a story of many outlets nearly each paper has a part of its own. */
const mostParts = 16

/**
 * The part of a story that a paper brings: papers that bring the same articles share it. What is routine to
 * all outlets of a span is so to each reader.
 */
export function partOfPaper(
  story: NewsStory,
  isIn: (headline: RankedHeadline) => boolean,
): NewsStory | null {
  const { articles } = story
  const out = articles.findIndex((article) => !isIn(article))
  if (out === -1) return story
  if (articles.length === 1) return null
  let key = ''
  for (let i = out; i < articles.length; i++) {
    const article = articles[i]
    if (article && !isIn(article)) key += ` ${i}`
  }
  const known = knownParts.get(story) ?? new Map<string, NewsStory | null>()
  knownParts.set(story, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const [first, ...rest] = articles.filter(isIn)
  const part = first ? { ...storyOf([first, ...rest]), isRoutine: story.isRoutine } : null
  if (known.size >= mostParts) known.clear()
  known.set(key, part)
  return part
}

export function newestFirst(a: RankedHeadline, b: RankedHeadline): number {
  return b.publishedMs - a.publishedMs || b.id - a.id
}

import { eachInTurns } from '../../lib/let-others-work.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import type { SpanNews } from './span-news.ts'

/** How many stories there are; and in each language that is known, that of their newest article. */
export type StoryTally = { stories: number; languages: Map<string, number> }

/** What headlines have in common that a paper brings or leaves out together. */
type Sort = Pick<RankedHeadline, 'feedId' | 'language'>

/** The stories whose newest article is of one sort. */
type Place = Sort & {
  /** How many have no article of another sort. */
  alone: number
  /** How many others there are; and the sorts of each, newest first, behind their number. */
  others: number
  mixed: number[]
}

const known = new WeakMap<SpanNews, Promise<readonly Place[]>>()

async function findPlaces({ stories }: SpanNews): Promise<readonly Place[]> {
  const places: Place[] = []
  const numbers = new Map<string, number>()
  const numberOf = ({ feedId, language }: Sort): number => {
    const key = `${feedId} ${language}`
    const number = numbers.get(key) ?? places.length
    if (number === places.length) places.push({ feedId, language, alone: 0, others: 0, mixed: [] })
    numbers.set(key, number)
    return number
  }
  await eachInTurns(stories, ({ articles }) => {
    const sorts = new Set(articles.map(numberOf))
    const [newest = 0] = sorts
    const place = places[newest]
    if (!place) return
    if (sorts.size === 1) {
      place.alone++
      return
    }
    place.others++
    place.mixed.push(sorts.size, ...sorts)
  })
  return places
}

/**
 * Counts the stories of which anything is brought, without a look at each article: there may be a hundred
 * thousand of them, and as many papers.
 */
export async function tallyStories(
  news: SpanNews,
  brings: (sort: Sort) => boolean,
): Promise<StoryTally> {
  const tally: StoryTally = { stories: 0, languages: new Map() }
  const finding = known.get(news) ?? findPlaces(news)
  known.set(news, finding)
  const places = await finding
  const isBrought = places.map(brings)
  for (const [number, place] of places.entries()) {
    const { alone, mixed, others } = place
    if (isBrought[number]) {
      add(tally, place, alone + others)
      continue
    }
    for (let at = 0; at < mixed.length; ) {
      const end = at + 1 + (mixed[at] ?? 0)
      let first = at + 1
      while (first < end && !isBrought[mixed[first] ?? 0]) first++
      const counted = first < end ? places[mixed[first] ?? 0] : undefined
      if (counted) add(tally, counted, 1)
      at = end
    }
  }
  return tally
}

/** Counts a story by another article as its newest; not at all where it has none left. */
export function moveInTally(
  tally: StoryTally,
  newest: Sort | undefined,
  newestLeft: Sort | undefined,
): void {
  if (newest) add(tally, newest, -1)
  if (newestLeft) add(tally, newestLeft, 1)
}

function add(tally: StoryTally, { language }: Sort, more: number): void {
  tally.stories += more
  if (language === null || more === 0) return
  const count = (tally.languages.get(language) ?? 0) + more
  if (count > 0) tally.languages.set(language, count)
  else tally.languages.delete(language)
}

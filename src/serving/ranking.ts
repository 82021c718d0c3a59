import quickselect from 'quickselect'
import type { NewsStory } from './news/story.ts'

/** A story with its score; `isShared` says that it is the same object for many papers. */
export type Entry = { story: NewsStory; score: number; isShared: boolean }

/** Stories in the order of their ranks: pinned ones, then by score, then the newest. */
export type Ranking = {
  count: number
  /** How many there are in each language that is known. */
  languages(): ReadonlyMap<string, number>
  /** Those from one place in the order to another, which is not among them; the first is at 0. */
  entries(from: number, until: number): Entry[]
  /** The rankings of the stories with the same key. */
  groupBy(keyOf: (story: NewsStory) => string): Map<string, Ranking>
}

export function byRank(a: Entry, b: Entry): number {
  return compareRanks(a.story, a.score, b.story, b.score)
}

function compareRanks(a: NewsStory, score: number, b: NewsStory, other: number): number {
  return (
    Number(b.isPinned) - Number(a.isPinned) ||
    other - score ||
    b.newest.publishedMs - a.newest.publishedMs ||
    b.newest.id - a.newest.id
  )
}

/** Stories with their scores, by their places from 0. */
type Scored = {
  storyAt(place: number): NewsStory
  scores: Float64Array
  pinned: ReadonlySet<number>
  /** The same entry at each call. */
  entryAt(place: number): Entry
}

/** Ranks entries. */
export function rankingOf(entries: readonly Entry[]): Ranking {
  const entryAt = (place: number) => itemAt(entries, place)
  const storyAt = (place: number) => entryAt(place).story
  const scores = Float64Array.from(entries, ({ score }) => score)
  const pinned = new Set(placesOf(entries).filter((place) => storyAt(place).isPinned))
  return rankPlaces({ storyAt, scores, pinned, entryAt }, placesOf(entries))
}

/** Ranks stories that are the same for many papers. Of many few are asked for: entries are made of those. */
export function rankShared(
  stories: readonly NewsStory[],
  { scores, pinned }: Pick<Scored, 'scores' | 'pinned'>,
  languages: ReadonlyMap<string, number>,
): Ranking & Pick<Scored, 'entryAt'> {
  const entries = new Map<number, Entry>()
  const storyAt = (place: number) => itemAt(stories, place)
  const entryAt = (place: number) => {
    const known = entries.get(place)
    if (known) return known
    const entry = { story: storyAt(place), score: scores[place] ?? 0, isShared: true }
    entries.set(place, entry)
    return entry
  }
  const scored = { storyAt, scores, pinned, entryAt }
  return { ...rankPlaces(scored, placesOf(stories), languages), entryAt }
}

function placesOf(items: readonly unknown[]): number[] {
  return items.map((_, place) => place)
}

function itemAt<T>(items: readonly T[], place: number): T {
  const item = items[place]
  if (item === undefined) throw new RangeError(`Nothing is at ${place}`)
  return item
}

/**
 * Ranks some of the stories, as far as is asked: sorting all of them would take too long where they are many.
 * How many there are in each language is counted, unless it is known.
 */
function rankPlaces(
  scored: Scored,
  places: readonly number[],
  known?: ReadonlyMap<string, number>,
): Ranking {
  let languages = known
  const placesFrom = createOrder(scored, places)
  const first: Entry[] = []
  return {
    count: places.length,
    entries(from, until) {
      if (first.length < Math.min(until, places.length)) {
        for (const place of placesFrom(first.length, until)) first.push(scored.entryAt(place))
      }
      return first.slice(from, until)
    },
    languages() {
      languages ??= countLanguages(places.map(scored.storyAt))
      return languages
    },
    groupBy(keyOf) {
      const groups = Map.groupBy(places, (place) => keyOf(scored.storyAt(place)))
      return new Map([...groups].map(([key, group]) => [key, rankPlaces(scored, group)]))
    },
  }
}

/** A ranking without some of its stories. */
export function without(ranking: Ranking, left: ReadonlySet<NewsStory>): Ranking {
  if (left.size === 0) return ranking
  return {
    count: ranking.count - left.size,
    languages() {
      const counts = new Map(ranking.languages())
      for (const [language, count] of countLanguages(left)) {
        const others = (counts.get(language) ?? 0) - count
        if (others > 0) counts.set(language, others)
        else counts.delete(language)
      }
      return counts
    },
    entries: (from, until) =>
      ranking
        .entries(0, until + left.size)
        .filter(({ story }) => !left.has(story))
        .slice(from, until),
    groupBy(keyOf) {
      const leftOf = Map.groupBy(left, keyOf)
      const groups = [...ranking.groupBy(keyOf)].map(
        ([key, group]) => [key, without(group, new Set(leftOf.get(key)))] as const,
      )
      return new Map(groups.filter(([, { count }]) => count > 0))
    },
  }
}

function countLanguages(stories: Iterable<NewsStory>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { language } of stories) {
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

/** So many are put in order at the first question: pages are chosen from them. */
const firstInOrder = 250
/** So many scores tell which part of the entries is the better one. */
const sampled = 1000

/** Puts places in order from the first on, as far as is asked; answers with a part of the order. */
function createOrder(
  scored: Scored,
  given: readonly number[],
): (from: number, until: number) => number[] {
  const { all, better } = part(scored, given)
  const { storyAt, scores } = scored
  const byRankAt = (a: number, b: number) =>
    compareRanks(storyAt(a), scores[a] ?? 0, storyAt(b), scores[b] ?? 0)
  let inOrder = 0
  return (from, until) => {
    if (Math.min(until, all.length) > inOrder) {
      const end = Math.min(all.length, Math.max(until, 2 * inOrder, firstInOrder))
      const last = (end <= better ? better : all.length) - 1
      if (end <= last) quickselect(all, end - 1, inOrder, last, byRankAt)
      const next = all.slice(inOrder, end).sort(byRankAt)
      for (const place of next) all[inOrder++] = place
    }
    return all.slice(from, until)
  }
}

/** The same places, all that come first in their order before the others; `better` is how many those are. */
function part(
  { scores, pinned }: Scored,
  given: readonly number[],
): { all: number[]; better: number } {
  if (given.length < 10 * sampled) return { all: given.slice(), better: given.length }
  const step = Math.floor(given.length / sampled)
  const sample = Float64Array.from(
    { length: sampled },
    (_, i) => scores[given[i * step] ?? 0] ?? 0,
  ).sort()
  const least = sample[sampled - Math.ceil((8 * firstInOrder) / step)] ?? 0
  const all = given.slice()
  let better = 0
  for (let i = 0; i < all.length; i++) {
    const place = all[i] ?? 0
    if ((scores[place] ?? 0) <= least && !pinned.has(place)) continue
    all[i] = all[better] ?? 0
    all[better++] = place
  }
  return { all, better }
}

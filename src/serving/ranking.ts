import quickselect from 'quickselect'
import type { NewsStory } from './news/story.ts'

/** A story with its score; `isShared` says that it is the same for many papers. */
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
  const [one, other] = [a.story.newest, b.story.newest]
  return (
    Number(other.isPinned) - Number(one.isPinned) ||
    b.score - a.score ||
    other.publishedMs - one.publishedMs ||
    other.id - one.id
  )
}

/**
 * Ranks entries, as far as is asked: sorting all of them would take too long where they are many. How
 * many there are in each language is counted, unless it is known.
 */
export function rankingOf(all: readonly Entry[], known?: ReadonlyMap<string, number>): Ranking {
  let languages = known
  return {
    count: all.length,
    entries: createOrder(all),
    languages() {
      languages ??= countLanguages(all.map(({ story }) => story))
      return languages
    },
    groupBy(keyOf) {
      const groups = Map.groupBy(all, ({ story }) => keyOf(story))
      return new Map([...groups].map(([key, group]) => [key, rankingOf(group)]))
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
  for (const { newest } of stories) {
    if (newest.language) counts.set(newest.language, (counts.get(newest.language) ?? 0) + 1)
  }
  return counts
}

/** So many are put in order at the first question: pages are chosen from them. */
const firstInOrder = 250
/** So many scores tell which part of the entries is the better one. */
const sampled = 1000

/** Puts entries in order from the first on, as far as is asked; answers with a part of the order. */
function createOrder(given: readonly Entry[]): (from: number, until: number) => Entry[] {
  const { all, better } = part(given)
  let inOrder = 0
  return (from, until) => {
    if (Math.min(until, all.length) > inOrder) {
      const end = Math.min(all.length, Math.max(until, 2 * inOrder, firstInOrder))
      const last = (end <= better ? better : all.length) - 1
      if (end <= last) quickselect(all, end - 1, inOrder, last, byRank)
      const next = all.slice(inOrder, end).sort(byRank)
      for (const entry of next) all[inOrder++] = entry
    }
    return all.slice(from, until)
  }
}

/** The same entries, all that come first in their order before the others; `better` is how many those are. */
function part(given: readonly Entry[]): { all: Entry[]; better: number } {
  if (given.length < 10 * sampled) return { all: given.slice(), better: given.length }
  const step = Math.floor(given.length / sampled)
  const scores = Float64Array.from(
    { length: sampled },
    (_, i) => given[i * step]?.score ?? 0,
  ).sort()
  const least = scores[sampled - Math.ceil((8 * firstInOrder) / step)] ?? 0
  const [high, low]: [Entry[], Entry[]] = [[], []]
  for (const entry of given) {
    const isBetter = entry.score > least || entry.story.newest.isPinned
    if (isBetter) high.push(entry)
    else low.push(entry)
  }
  return { all: [...high, ...low], better: high.length }
}

import { mostFollowed } from '../digests/layout.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import type { RankOptions } from '../stories/rank.ts'
import { type PaperNews, type PaperPart, weightsOfPaper } from './news/paper.ts'
import { type NewsStory, partOfPaper } from './news/story.ts'
import {
  createRankOf,
  type RankedNews,
  type RankedWhole,
  rankNews,
  type WeightOf,
} from './rank-stories.ts'
import { byRank, type Entry, type Ranking, rankingOf, without } from './ranking.ts'

/** What a paper brings, by ranks; what its chat follows stands apart, as much of it as stands at the head. */
export type RankedPaper = RankedNews & {
  followed: { stories: NewsStory[]; columns: RankedHeadline[] }
  /** All news by rank, and what of a story there the paper brings; null where it brings all as it is. */
  whole: Ranking
  partOf: ((entry: Entry) => Entry | null) | null
}

/** Ranks what a paper brings of some news. */
export async function rankPaper(
  { whole: news, part }: PaperNews,
  options: RankOptions,
): Promise<RankedPaper> {
  const ranked = await rankNews(news, options)
  const { ranking: whole } = ranked
  if (!part) return { ...ranked, whole, partOf: null, followed: { stories: [], columns: [] } }
  const weightOf = weightsOfPaper({ whole: news, part })
  const { ranking, rankOf, entryOf, partOf } = await rankPart(ranked, weightOf, part)
  const stories = part.followed
    .flatMap((story) => entryOf(story) ?? [])
    .filter(({ story }) => story.articles.some(part.isFollowed))
    .sort(byRank)
    .slice(0, mostFollowed)
    .map(({ story }) => story)
  const columns = columnsOf(ranked, part)
  const first = new Set(columns.filter(part.isFollowed).slice(0, mostFollowed))
  return {
    ranking: without(ranking, new Set(stories)),
    columns: first.size > 0 ? columns.filter((column) => !first.has(column)) : columns,
    ...{ rankOf, scoreOf: ranked.scoreOf, whole, partOf },
    followed: { stories, columns: [...first] },
  }
}

/**
 * Ranks a part by walking the ranking of the whole: nothing scores more in a part than in the whole, but
 * for what is of feeds that count more, which are walked besides. So few stories are looked at for a page
 * (a threshold algorithm: Fagin, Lotem and Naor 2003, https://doi.org/10.1016/S0022-0000(03)00026-6).
 */
async function rankPart(ranked: RankedWhole, weightOf: WeightOf, part: PaperPart) {
  const { isIn, treatmentOf, factorOf, more } = part
  const { itemsADay, columnsOn } = ranked
  const rankOf = createRankOf({
    weightOf,
    itemsADay,
    columnsOn: (id) => columnsOn.get(id)?.filter(isIn).length ?? 0,
  })
  const hasAllColumns = ({ storyId }: NewsStory): boolean =>
    columnsOn.size === 0 || (columnsOn.get(storyId ?? 0)?.every(isIn) ?? true)
  const makeEntry = (whole: NewsStory, isShared: boolean): Entry | null => {
    const story = partOfPaper(whole, isIn)
    return story && { story, score: ranked.scoreOf(rankOf(story)), isShared }
  }
  const own = new Map<NewsStory, Entry | null>()
  const entryOf = (story: NewsStory, treatment = treatmentOf(story)): Entry | null => {
    const known = own.get(story)
    if (known !== undefined) return known
    if (treatment && hasAllColumns(story)) {
      const parts = ranked.partsOf(story)
      const before = parts.get(treatment)
      if (before !== undefined) return before
      if (parts.size < mostParts) {
        const entry = makeEntry(story, true)
        parts.set(treatment, entry)
        return entry
      }
    }
    const entry = makeEntry(story, false)
    own.set(story, entry)
    return entry
  }
  const partOf = (whole: Entry): Entry | null => {
    const { story } = whole
    const treatment = treatmentOf(story)
    // Most stories are the same in a part as in the whole.
    return treatment === 0 && hasAllColumns(story) ? whole : entryOf(story, treatment)
  }

  const byFeed = more.length > 0 ? await ranked.byFeed() : new Map<number, Entry[]>()
  const first = (count: number): Entry[] => {
    // In the order of their ranks, and in none.
    const same: Entry[] = []
    const others = new Set<Entry>()
    const take = (whole: Entry) => {
      const entry = partOf(whole)
      if (entry === whole) same.push(entry)
      else if (entry) others.add(entry)
    }
    const isFull = (score: number) => countAbove(same, others, score) >= count
    for (let from = 0, until = count; ; from = until, until += Math.ceil(until / 4)) {
      const next = ranked.ranking.entries(from, until)
      for (const whole of next) take(whole)
      const last = next.at(-1)
      if (!last || next.length < until - from) break
      if (last.story.newest.isPinned || !isFull(last.score)) continue
      for (const feedId of more) {
        for (const [i, whole] of (byFeed.get(feedId) ?? []).entries()) {
          if (i % moreAtOnce === 0 && isFull(whole.score * factorOf(feedId))) break
          take(whole)
        }
      }
      break
    }
    return inOrder(same, [...others].sort(byRank)).slice(0, count)
  }
  const ranking: Ranking = {
    count: part.stories,
    languages: () => part.languages,
    entries: (from, until) => first(Math.min(until, part.stories)).slice(from, until),
    groupBy: (keyOf) =>
      rankingOf(
        ranked.ranking.entries(0, ranked.ranking.count).flatMap((whole) => partOf(whole) ?? []),
      ).groupBy(keyOf),
  }
  return { ranking, rankOf, entryOf, partOf }
}

/** Of a story of many outlets nearly each paper has a part of its own. */
const mostParts = 16

/** Of a feed that counts more so many stories are looked at before it is asked whether a page takes more. */
const moreAtOnce = 50

/** Two lists that go by ranks as one. */
function inOrder(some: readonly Entry[], others: readonly Entry[]): Entry[] {
  const all: Entry[] = []
  let next = 0
  for (const entry of some) {
    for (let other = others[next]; other && byRank(other, entry) < 0; other = others[++next]) {
      all.push(other)
    }
    all.push(entry)
  }
  return [...all, ...others.slice(next)]
}

function countAbove(some: readonly Entry[], others: ReadonlySet<Entry>, least: number): number {
  let count = 0
  for (const { score } of some) if (score > least) count++
  for (const { score } of others) if (score > least) count++
  return count
}

/** The columns that a paper brings, the most important to its chat first. */
function columnsOf({ columns, scoreOfColumn }: RankedWhole, part: PaperPart): RankedHeadline[] {
  const brought = columns.filter(part.isIn)
  const isUsual = ({ feedId }: RankedHeadline) => part.factorOf(feedId) === 1
  if (brought.every(isUsual)) return brought
  const scoreOf = (column: RankedHeadline) =>
    (scoreOfColumn.get(column) ?? 0) * part.factorOf(column.feedId)
  return brought.sort((a, b) => scoreOf(b) - scoreOf(a) || b.id - a.id)
}

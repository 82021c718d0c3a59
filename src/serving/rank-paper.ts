import quickselect from 'quickselect'
import { mostFollowed } from '../digests/layout.ts'
import { createObjectMemory } from '../lib/memory.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import type { Ranked, RankOptions } from '../stories/rank.ts'
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
  const { isIn, isWhole, factorOf, more } = part
  const { itemsADay, columnsOn } = ranked
  const rankOf = createRankOf({
    weightOf,
    itemsADay,
    columnsOn: (id) => columnsOn.get(id)?.filter(isIn).length ?? 0,
  })
  const entries = new Map<NewsStory, Entry | null>()
  const entryOf = (whole: NewsStory): Entry | null => {
    const known = entries.get(whole)
    if (known !== undefined) return known
    const story = partOfPaper(whole, isIn)
    const entry = story && entryOfPart(ranked, story, rankOf(story))
    entries.set(whole, entry)
    return entry
  }
  const hasAllColumns = (story: NewsStory): boolean =>
    columnsOn.size === 0 || (columnsOn.get(story.storyId ?? 0)?.every(isIn) ?? true)
  const partOf = (whole: Entry): Entry | null => {
    const { story } = whole
    // Most stories are the same in a part as in the whole.
    return isWhole(story) && hasAllColumns(story) ? whole : entryOf(story)
  }

  const byFeed = more.length > 0 ? await ranked.byFeed() : new Map<number, Entry[]>()
  const first = (count: number): Entry[] => {
    // In the order of their ranks, and in none.
    const same: Entry[] = []
    const own = new Set<Entry>()
    const take = (whole: Entry) => {
      const entry = partOf(whole)
      if (entry === whole) same.push(entry)
      else if (entry) own.add(entry)
    }
    for (let from = 0, until = count; ; from = until, until += Math.ceil(until / 4)) {
      const next = ranked.ranking.entries(from, until)
      for (const whole of next) take(whole)
      const last = next.at(-1)
      if (!last || next.length < until - from) break
      if (last.story.newest.isPinned) continue
      if (countAbove([...same, ...own], last.score) < count) continue
      for (const feedId of more) {
        let least = 0
        for (const [i, whole] of (byFeed.get(feedId) ?? []).entries()) {
          if (i % moreAtOnce === 0) least = scoreOfPlace([...same, ...own], count)
          if (whole.score * factorOf(feedId) < least) break
          take(whole)
        }
      }
      break
    }
    return inOrder(same, [...own].sort(byRank)).slice(0, count)
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

const partsOf = createObjectMemory<RankedWhole, WeakMap<NewsStory, Entry>>()

/** The entry of a part of a story: the same for all papers that bring this part, and to which it counts as much. */
function entryOfPart(whole: RankedWhole, story: NewsStory, rank: Ranked): Entry {
  const { weight, columns } = rank
  const parts = partsOf(whole, `${weight} ${columns}`, () => new WeakMap())
  const known = parts.get(story)
  if (known) return known
  const entry = { story, score: whole.scoreOf(rank) }
  parts.set(story, entry)
  return entry
}

/** Of a feed that counts more so many stories are looked at before it is found what a page still takes. */
const moreAtOnce = 50

/** The score of the entry with so many at least as good ones, itself among them; 0 where there are fewer. */
function scoreOfPlace(entries: readonly Entry[], place: number): number {
  if (entries.length < place) return 0
  const scores = entries.map(({ score }) => -score)
  quickselect(scores, place - 1)
  return -(scores[place - 1] ?? 0)
}

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

function countAbove(entries: readonly Entry[], score: number): number {
  let count = 0
  for (const entry of entries) if (entry.score > score) count++
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

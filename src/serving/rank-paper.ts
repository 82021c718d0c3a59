import quickselect from 'quickselect'
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
  const { isIn, factorOf, more } = part
  const { scoreOf, itemsADay, columnsOn } = ranked
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
    const entry = story && { story, score: scoreOf(rankOf(story)), isShared: false }
    entries.set(whole, entry)
    return entry
  }
  /** Most stories are the same in a part as in the whole. */
  const isSame = ({ articles, feeds, newest: { storyId } }: NewsStory): boolean =>
    articles.every(isIn) &&
    feeds.every((feedId) => factorOf(feedId) === 1) &&
    (storyId === null || (columnsOn.get(storyId)?.every(isIn) ?? true))
  const partOf = (entry: Entry) => (isSame(entry.story) ? entry : entryOf(entry.story))

  const byFeed = more.length > 0 ? await ranked.byFeed() : new Map<number, Entry[]>()
  const first = (count: number): Entry[] => {
    const found: Entry[] = []
    for (let from = 0, until = count; ; from = until, until += Math.ceil(until / 4)) {
      const next = ranked.ranking.entries(from, until)
      for (const whole of next) {
        const entry = partOf(whole)
        if (entry) found.push(entry)
      }
      const last = next.at(-1)
      if (!last || next.length < until - from) return found.sort(byRank)
      if (last.story.newest.isPinned || countAbove(found, last.score) < count) continue
      const seen = new Set(more.length > 0 ? found : [])
      for (const feedId of more) {
        let least = 0
        for (const [i, whole] of (byFeed.get(feedId) ?? []).entries()) {
          if (i % moreAtOnce === 0) least = scoreOfPlace(found, count)
          if (whole.score * factorOf(feedId) < least) break
          const entry = partOf(whole)
          if (!entry || seen.has(entry)) continue
          seen.add(entry)
          found.push(entry)
        }
      }
      return found.sort(byRank).slice(0, count)
    }
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

/** Of a feed that counts more so many stories are looked at before it is found what a page still takes. */
const moreAtOnce = 50

/** The score of the entry with so many at least as good ones, itself among them; 0 where there are fewer. */
function scoreOfPlace(entries: readonly Entry[], place: number): number {
  if (entries.length < place) return 0
  const scores = entries.map(({ score }) => -score)
  quickselect(scores, place - 1)
  return -(scores[place - 1] ?? 0)
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

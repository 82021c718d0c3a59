import type { Digest, Story } from '../domain/digest.ts'
import type { RankedHeadline } from '../store/article-rows.ts'
import { type Ranked, type RankOptions, rankStories, scoreOf } from '../stories/rank.ts'

/** A story of a digest with its rank. */
export type Entry = {
  story: Story<RankedHeadline>
  /** The date of its day. */
  day: string
  ranked: Ranked
  score: number
}

/** The stories of a digest, the most important first. */
export function rankEntries(digest: Digest<RankedHeadline>, options: RankOptions): Entry[] {
  const itemsADay = countItemsADay(digest)
  const columnsOn = new Map<number, number>()
  for (const { aboutStory } of digest.days.flatMap((day) => day.columns)) {
    if (aboutStory !== null) columnsOn.set(aboutStory, (columnsOn.get(aboutStory) ?? 0) + 1)
  }
  const entries = digest.days.flatMap(({ date, stories }) => {
    const day = date.toString()
    return stories.map((story) => ({ ...rankedOf(story, itemsADay, columnsOn), story, day }))
  })
  return rankStories(entries, options).map(({ story: ranked, score }) => ({
    ...{ story: ranked.story, day: ranked.day, ranked, score },
  }))
}

function rankedOf(
  { lead, others }: Story<RankedHeadline>,
  itemsADay: (feedId: number) => number,
  columnsOn: ReadonlyMap<number, number>,
): Ranked {
  const ranked = {
    sources: 1 + others.length,
    newestAt: lead.publishedAt,
    weight: lead.weight,
    days: lead.isContinued ? 2 : 1,
    isPinned: lead.isPinned,
    columns: columnsOn.get(lead.storyId ?? 0) ?? 0,
    firsts: lead.place === 0 ? 1 : 0,
    itemsADay: itemsADay(lead.feedId),
  }
  // Most stories have one outlet: a day has a hundred thousand of them.
  for (const { publishedAt, weight, place, feedId } of others) {
    ranked.newestAt = later(ranked.newestAt, publishedAt)
    ranked.weight = Math.max(ranked.weight, weight)
    ranked.firsts += place === 0 ? 1 : 0
    ranked.itemsADay = Math.min(ranked.itemsADay, itemsADay(feedId))
  }
  return ranked
}

/** The columns of a digest, the most important first. */
export function rankColumns(
  digest: Digest<RankedHeadline>,
  options: RankOptions,
): RankedHeadline[] {
  const itemsADay = countItemsADay(digest)
  const alone = { sources: 1, days: 1, isPinned: false, columns: 0, firsts: 0 }
  return digest.days
    .flatMap((day) => day.columns)
    .map((column) => {
      const { publishedAt: newestAt, weight, feedId } = column
      const ranked = { ...alone, newestAt, weight, itemsADay: itemsADay(feedId) }
      return { column, score: scoreOf(ranked, options) }
    })
    .sort((a, b) => b.score - a.score)
    .map(({ column }) => column)
}

/** How many items of each feed a digest holds for each of its days. */
function countItemsADay({ days }: Digest<RankedHeadline>): (feedId: number) => number {
  const counts = new Map<number, number>()
  for (const { stories, columns } of days) {
    const all = stories.flatMap(({ lead, others, further }) => [lead, ...others, ...further])
    for (const { feedId } of [...all, ...columns]) {
      counts.set(feedId, (counts.get(feedId) ?? 0) + 1)
    }
  }
  return (feedId) => (counts.get(feedId) ?? 0) / Math.max(1, days.length)
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochMilliseconds > b.epochMilliseconds ? a : b
}

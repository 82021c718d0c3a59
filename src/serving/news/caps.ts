import type { Paper } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { sectionsOf } from '../papers.ts'
import type { SpanNews } from './span-news.ts'
import type { NewsStory } from './story.ts'

/** How many stories and columns of some groups a page holds at most. */
export type Caps = {
  most: ReadonlyMap<string, number>
  /** Those of the groups that a story is in, by its feeds. */
  groupsOf(story: Pick<NewsStory, 'feeds'>): readonly string[]
}

/** What a paper allows of its sections: a story is of a section if any of its feeds is. Null for no bounds. */
export function capsOf({ feeds }: Pick<SpanNews, 'feeds'>, { caps }: Paper): Caps | null {
  if (caps.length === 0) return null
  const nameOf = (section: string) => `section ${section}`
  const most = new Map(caps.map((cap) => [nameOf(cap.section), cap.most]))
  const ofFeeds = new Map<number, string[]>()
  for (const feed of feeds.values()) {
    ofFeeds.set(
      feed.id,
      sectionsOf(feed)
        .map(nameOf)
        .filter((name) => most.has(name)),
    )
  }
  return {
    most,
    groupsOf: (story) => [...new Set(story.feeds.flatMap((id) => ofFeeds.get(id) ?? []))],
  }
}

/** What columns stand beside on a page, and how many it holds. */
export type Beside = {
  caps: Caps | null
  stories: readonly NewsStory[]
  size: number
  isFilled: boolean
}

/**
 * Of columns by rank, so many for a page as have room beside its stories; a page that is `isFilled` takes
 * others too where they are too few.
 */
export function columnsWithin(
  columns: readonly RankedHeadline[],
  { caps, stories, size, isFilled }: Beside,
): RankedHeadline[] {
  if (!caps) return columns.slice(0, size)
  const { most, groupsOf } = caps
  const room = new Map(most)
  const hasRoom = (group: string) => (room.get(group) ?? 0) > 0
  const take = (groups: readonly string[]) => {
    for (const group of groups) room.set(group, (room.get(group) ?? 0) - 1)
  }
  for (const story of stories) take(groupsOf(story))
  const within: RankedHeadline[] = []
  const over: RankedHeadline[] = []
  for (const column of columns) {
    if (within.length === size) break
    const groups = groupsOf({ feeds: [column.feedId] })
    if (groups.every(hasRoom)) {
      take(groups)
      within.push(column)
    } else over.push(column)
  }
  return isFilled ? [...within, ...over].slice(0, size) : within
}

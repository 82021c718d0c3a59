import type { Paper } from '../../domain/paper.ts'
import { sectionsOf } from '../papers.ts'
import type { NewsStory, SpanNews } from './story.ts'

/** How many stories of some groups a page holds at most. */
export type Caps = {
  most: ReadonlyMap<string, number>
  /** Those of the groups that a story is in. */
  groupsOf(story: NewsStory): readonly string[]
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

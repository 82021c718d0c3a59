import type { Follow } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { storiesGoneOn } from '../../store/stories.ts'
import type { Database } from '../../store/tables.ts'

/** What of the news is followed: the question whether a headline is, and what its stories can be found by. */
export type Follows = {
  isFollowed: (headline: RankedHeadline) => boolean
  stories: ReadonlySet<number>
  articles: ReadonlySet<number>
}

/**
 * Finds what is followed; null where nothing is. What followed searches find
 * is given as the numbers of the articles that they caught.
 */
export async function createFollows(
  db: Database,
  follows: readonly Follow[],
  { merged, caught }: { merged: ReadonlyMap<number, number>; caught: ReadonlySet<number> },
): Promise<Follows | null> {
  const numbersOf = (kind: Follow['kind']) =>
    follows.filter((each) => each.kind === kind).map(({ of }) => Number(of))
  const columnists = new Set(numbersOf('columnist').map((id) => merged.get(id) ?? id))
  const asked = numbersOf('story')
  const stories = asked.length > 0 ? await storiesGoneOn(db, asked) : new Set<number>()
  if (columnists.size + stories.size + caught.size === 0) return null
  const isFollowed = ({ id, columnistId, storyId }: RankedHeadline) =>
    caught.has(id) ||
    stories.has(storyId ?? 0) ||
    columnists.has(merged.get(columnistId ?? 0) ?? columnistId ?? 0)
  return { isFollowed, stories, articles: caught }
}

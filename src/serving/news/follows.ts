import type { Follow } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { storiesGoneOn } from '../../store/stories.ts'
import type { Database } from '../../store/tables.ts'

/**
 * Makes the question whether a headline is followed; null where nothing is. What followed searches find
 * is given as the numbers of the articles that they caught.
 */
export async function createFollows(
  db: Database,
  follows: readonly Follow[],
  { merged, caught }: { merged: ReadonlyMap<number, number>; caught: ReadonlySet<number> },
): Promise<((headline: RankedHeadline) => boolean) | null> {
  const numbersOf = (kind: Follow['kind']) =>
    follows.filter((each) => each.kind === kind).map(({ of }) => Number(of))
  const columnists = new Set(numbersOf('columnist').map((id) => merged.get(id) ?? id))
  const asked = numbersOf('story')
  const stories = asked.length > 0 ? await storiesGoneOn(db, asked) : new Set<number>()
  if (columnists.size + stories.size + caught.size === 0) return null
  return ({ id, columnistId, storyId }) =>
    caught.has(id) ||
    stories.has(storyId ?? 0) ||
    columnists.has(merged.get(columnistId ?? 0) ?? columnistId ?? 0)
}

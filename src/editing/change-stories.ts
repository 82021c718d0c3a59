import { chooseLeads } from '../collecting/assign-stories.ts'
import { findStory } from '../store/story-account.ts'
import { mergeStories, restoreMerged, splitStory } from '../store/story-changes.ts'
import type { Database } from '../store/tables.ts'

/** An admin's word that one story is another; false when either is not there, or they are one. */
export async function joinStories(
  db: Database,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  if (from === into) return false
  if (!(await findStory(db, from)) || !(await findStory(db, into))) return false
  await mergeStories(db, { from, into, reason: `An admin put story ${from} here.` })
  await chooseLeads(db, [into])
  return true
}

/** Takes back what `joinStories` did; false when there is nothing to take back. */
export async function separateStories(
  db: Database,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  if (!(await restoreMerged(db, { from, into }))) return false
  await chooseLeads(db, [from, into])
  return true
}

/** `into` is the number of the new story, which the named articles are, or all the others. */
export type Parting = { into: number; isNamed: boolean }

/**
 * An admin's word that some articles of a story are another one. Null when the story is not there, or
 * nothing would be left on one side.
 */
export async function takeOutOfStory(
  db: Database,
  storyId: number,
  articleIds: number[],
): Promise<Parting | null> {
  const story = await findStory(db, storyId)
  if (!story) return null
  const named = story.members.filter(({ id }) => articleIds.includes(id))
  const rest = story.members.filter(({ id }) => !articleIds.includes(id))
  // A story bears the number of its founder, which stays with it.
  const isNamed = named.every(({ id }) => id !== storyId)
  const leaving = isNamed ? named : rest
  const [first] = leaving
  if (!first || leaving.length === story.members.length) return null
  await splitStory(db, { from: storyId, into: first.id, articles: leaving.map(({ id }) => id) })
  await chooseLeads(db, [storyId, first.id])
  return { into: first.id, isNamed }
}

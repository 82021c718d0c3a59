import { chooseLeads } from '../collecting/assign-stories.ts'
import { findStory, type StoryAccount, type StoryMember } from '../store/story-account.ts'
import { mergeStories, pinStory as pin, restoreMerged, splitStory } from '../store/story-changes.ts'
import type { Editing } from './editing.ts'

export type { StoryMember }

type Parts = Pick<Editing, 'db' | 'forgetStories'>

/** A story with what is in it and why, by its number or the address of an article; null for none. */
export function explainStory(
  { db }: Pick<Editing, 'db'>,
  key: number | string,
): Promise<StoryAccount | null> {
  return findStory(db, key)
}

/** Puts a story at the head of its day, or back when it is there; returns which, or null for none. */
export async function togglePin(
  { db }: Pick<Editing, 'db'>,
  id: number,
): Promise<'pinned' | 'unpinned' | null> {
  const story = await findStory(db, id)
  if (!story) return null
  await pin(db, id, { isPinned: !story.isPinned })
  return story.isPinned ? 'unpinned' : 'pinned'
}

/** An admin's word that one story is another; false when either is not there, or they are one. */
export async function joinStories(
  { db, forgetStories }: Parts,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  if (from === into) return false
  const isDone = await db.transaction().execute(async (trx) => {
    if (!(await findStory(trx, from)) || !(await findStory(trx, into))) return false
    await mergeStories(trx, { from, into, reason: `An admin put story ${from} here.` })
    await chooseLeads(trx, [into])
    return true
  })
  if (isDone) forgetStories()
  return isDone
}

/** Takes back what `joinStories` did; false when there is nothing to take back. */
export async function separateStories(
  { db, forgetStories }: Parts,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  const isDone = await db.transaction().execute(async (trx) => {
    if (!(await restoreMerged(trx, { from, into }))) return false
    await chooseLeads(trx, [from, into])
    return true
  })
  if (isDone) forgetStories()
  return isDone
}

/** `into` is the number of the new story, which the named articles are, or all the others. */
export type Parting = { into: number; isNamed: boolean }

/**
 * An admin's word that some articles of a story are another one. Null when the story is not there, or
 * nothing would be left on one side.
 */
export async function takeOutOfStory(
  { db, forgetStories }: Parts,
  storyId: number,
  articleIds: number[],
): Promise<Parting | null> {
  const parting = await db.transaction().execute(async (trx) => {
    const story = await findStory(trx, storyId)
    if (!story) return null
    const named = story.members.filter(({ id }) => articleIds.includes(id))
    const rest = story.members.filter(({ id }) => !articleIds.includes(id))
    // A story bears the number of its founder, which stays with it.
    const isNamed = named.every(({ id }) => id !== storyId)
    const leaving = isNamed ? named : rest
    const [first] = leaving
    if (!first || leaving.length === story.members.length) return null
    await splitStory(trx, { from: storyId, into: first.id, articles: leaving.map(({ id }) => id) })
    await chooseLeads(trx, [storyId, first.id])
    return { into: first.id, isNamed }
  })
  if (parting) forgetStories()
  return parting
}

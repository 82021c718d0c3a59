import { chooseLeads } from '../collecting/assign-stories.ts'
import { findStory, type StoryAccount, type StoryMember } from '../store/story-account.ts'
import { mergeStories, pinStory as pin, restoreMerged, splitStory } from '../store/story-changes.ts'
import { wholeStory } from '../store/story-run.ts'
import type { Database } from '../store/tables.ts'
import type { Editing } from './editing.ts'

export type { StoryMember }

type Parts = Pick<Editing, 'db' | 'forgetStories'>

/**
 * Returns a story with its members and the reasons, by its number, by that of one that became part of it,
 * or by an article's address.
 */
export function explainStory(
  { db }: Pick<Editing, 'db'>,
  key: number | string,
): Promise<StoryAccount | null> {
  return findWhole(db, key)
}

async function findWhole(db: Database, key: number | string): Promise<StoryAccount | null> {
  const whole = typeof key === 'number' ? await wholeStory(db, key) : key
  return whole === null ? null : findStory(db, whole)
}

/** Pins a story to the top of its day, or unpins it; null if there is no such story. */
export async function togglePin(
  { db }: Pick<Editing, 'db'>,
  id: number,
): Promise<{ id: number; isPinned: boolean } | null> {
  const story = await findWhole(db, id)
  if (!story) return null
  const isPinned = !story.isPinned
  await pin(db, story.id, { isPinned })
  return { id: story.id, isPinned }
}

/** Merges one story into another; false if either does not exist, or they are the same. */
export async function joinStories(
  { db, forgetStories }: Parts,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  if (from === into) return false
  const isDone = await db.transaction().execute(async (trx) => {
    if (!(await findStory(trx, from)) || !(await findStory(trx, into))) return false
    await mergeStories(trx, { from, into, reason: { code: 'story-merged-by-admin', story: from } })
    await chooseLeads(trx, [into])
    return true
  })
  if (isDone) forgetStories()
  return isDone
}

/** Undoes `joinStories`; false if there is nothing to undo. */
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

/** `into` is the number of the new story; it has the named articles, or else all the others. */
export type Split = { into: number; isNamed: boolean }

/**
 * Moves some articles of a story into a new one. Null if the story does not exist, or one of the two
 * would be empty.
 */
export async function takeOutOfStory(
  { db, forgetStories }: Parts,
  storyId: number,
  articleIds: number[],
): Promise<Split | null> {
  const split = await db.transaction().execute(async (trx) => {
    const story = await findStory(trx, storyId)
    if (!story) return null
    const named = story.members.filter(({ id }) => articleIds.includes(id))
    const rest = story.members.filter(({ id }) => !articleIds.includes(id))
    // A story has the number of its first article, which must stay in it.
    const isNamed = named.every(({ id }) => id !== storyId)
    const leaving = isNamed ? named : rest
    const [first] = leaving
    if (!first || leaving.length === story.members.length) return null
    await splitStory(trx, { from: storyId, into: first.id, articles: leaving.map(({ id }) => id) })
    await chooseLeads(trx, [storyId, first.id])
    return { into: first.id, isNamed }
  })
  if (split) forgetStories()
  return split
}

import type { Database } from './tables.ts'

/** Gives the articles of one story to another. The ended one keeps its row, with the reason. */
export async function mergeStories(
  db: Database,
  { from, into, reason }: { from: number; into: number; reason: string },
): Promise<void> {
  await db
    .updateTable('article')
    .set({ story_id: into, merged_from: from })
    .where('story_id', '=', from)
    .execute()
  await db
    .updateTable('article')
    .set({ about_story: into })
    .where('about_story', '=', from)
    .execute()
  await db
    .updateTable('story')
    .set({ merged_into: into, merge_reason: reason })
    .where('id', '=', from)
    .execute()
}

/** Takes a merged story out of the other again and keeps them apart; false when it is not in it. */
export async function restoreMerged(
  db: Database,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('story_id', '=', into)
    .where('merged_from', '=', from)
    .execute()
  if (rows.length === 0) return false
  await splitStory(db, { from: into, into: from, articles: rows.map(({ id }) => id) })
  return true
}

/** Gives some articles of a story to another, new or ended, and keeps the two apart from then on. */
export async function splitStory(
  db: Database,
  { from, into, articles }: { from: number; into: number; articles: number[] },
): Promise<void> {
  await db
    .insertInto('story')
    .values({ id: into, lead_id: into })
    .onConflict((c) => c.column('id').doUpdateSet({ merged_into: null, merge_reason: null }))
    .execute()
  await db
    .updateTable('article')
    .set({ story_id: into, story_reason: 'An admin took it out of another story.' })
    .where('id', 'in', articles)
    .execute()
  await db
    .insertInto('story_apart')
    .values({ story_id: from, other_id: into })
    .onConflict((c) => c.columns(['story_id', 'other_id']).doNothing())
    .execute()
}

/** The pairs of stories that an admin took apart. */
export async function storiesApart(db: Database): Promise<[number, number][]> {
  const rows = await db.selectFrom('story_apart').selectAll().execute()
  return rows.map(({ story_id, other_id }) => [story_id, other_id])
}

/** Puts a story at the head of its day, or back; false when there is none of that number. */
export async function pinStory(
  db: Database,
  id: number,
  { isPinned }: { isPinned: boolean },
): Promise<boolean> {
  const result = await db
    .updateTable('story')
    .set({ is_pinned: Number(isPinned) })
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

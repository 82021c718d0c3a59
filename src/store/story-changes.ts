import { encodeReason, type Reason } from '../domain/reason.ts'
import type { Database, Transaction } from './tables.ts'

/** Moves the articles of one story to another. The ended one keeps its row, with the reason. */
export async function mergeStories(
  trx: Transaction,
  { from, into, reason }: { from: number; into: number; reason: Reason },
): Promise<void> {
  await trx
    .insertInto('story_move')
    .columns(['article_id', 'from_story', 'into_story', 'reason'])
    .expression((e) =>
      e
        .selectFrom('article')
        .select(['id', 'story_id', e.val(into).as('into'), 'story_reason'])
        .where('story_id', '=', from),
    )
    .onConflict((c) => c.columns(['article_id', 'from_story', 'into_story']).doNothing())
    .execute()
  await trx.updateTable('article').set({ story_id: into }).where('story_id', '=', from).execute()
  await trx
    .updateTable('article')
    .set({ about_story: into })
    .where('about_story', '=', from)
    .execute()
  await trx
    .updateTable('story')
    .set({ merged_into: into, merge_reason: encodeReason(reason) })
    .where('id', '=', from)
    .execute()
}

/**
 * Takes back a merge: what went from one story into the other returns, for its old reason, and the two
 * are kept apart. False when nothing of it is there any more.
 */
export async function restoreMerged(
  trx: Transaction,
  { from, into }: { from: number; into: number },
): Promise<boolean> {
  const moves = await trx
    .selectFrom('story_move')
    .innerJoin('article', 'article.id', 'story_move.article_id')
    .where('from_story', '=', from)
    .where('into_story', '=', into)
    .where('article.story_id', '=', into)
    .select(['article.id', 'story_move.reason'])
    .execute()
  if (moves.length === 0) return false
  await splitStory(trx, { from: into, into: from, articles: moves.map(({ id }) => id) })
  for (const { id, reason } of moves) {
    await trx.updateTable('article').set({ story_reason: reason }).where('id', '=', id).execute()
  }
  await trx
    .deleteFrom('story_move')
    .where('from_story', '=', from)
    .where('into_story', '=', into)
    .execute()
  return true
}

/** Moves some articles of a story to another, new or ended, and keeps the two apart from then on. */
export async function splitStory(
  trx: Transaction,
  { from, into, articles }: { from: number; into: number; articles: number[] },
): Promise<void> {
  await trx
    .insertInto('story')
    .values({ id: into, lead_id: into })
    .onConflict((c) => c.column('id').doUpdateSet({ merged_into: null, merge_reason: null }))
    .execute()
  await trx
    .updateTable('article')
    .set({ story_id: into, story_reason: encodeReason({ code: 'story-split-by-admin' }) })
    .where('id', 'in', articles)
    .execute()
  await trx
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

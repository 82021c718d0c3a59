import type { Kysely } from 'kysely'

type Tables = { article: { story_id: number | null } }

/** Stories with the reason of each join, so that an admin can see and undo it. */
export async function up(db: Kysely<Tables>): Promise<void> {
  // A story bears the number of the article that founded it.
  await db.schema
    .createTable('story')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('lead_id', 'integer')
    .addColumn('continues', 'integer')
    .addColumn('merged_into', 'integer')
    .addColumn('merge_reason', 'text')
    .addColumn('is_pinned', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('story_apart')
    .addColumn('story_id', 'integer', (c) => c.notNull())
    .addColumn('other_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_apart_key', ['story_id', 'other_id'])
    .execute()
  // What a merge moved, so that it can be taken back.
  await db.schema
    .createTable('story_move')
    .addColumn('article_id', 'integer', (c) => c.notNull())
    .addColumn('from_story', 'integer', (c) => c.notNull())
    .addColumn('into_story', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('story_move_key', ['article_id', 'from_story', 'into_story'])
    .execute()
  for (const name of ['story_id', 'about_story'] as const) {
    await db.schema.alterTable('article').addColumn(name, 'integer').execute()
  }
  await db.schema.alterTable('article').addColumn('story_reason', 'text').execute()
  await db.schema
    .createIndex('article_story_id')
    .on('article')
    .column('story_id')
    .where('story_id', 'is not', null)
    .execute()
  await db.schema
    .alterTable('feed')
    .addColumn('weight', 'real', (c) => c.notNull().defaultTo(1))
    .execute()
}

import { type Kysely, sql } from 'kysely'

/** Indexes for what assigning to stories asks each minute, and for each merge. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // With all that tells which of them wait for their pages: it is asked of every one of them.
  await db.schema
    .createIndex('article_unplaced')
    .on('article')
    .columns(['published_at', 'page_state', 'first_seen_at', 'page_attempts'])
    .where(sql<boolean>`kind = 'news' and story_id is null and duplicate_of is null`)
    .execute()
  await db.schema
    .createIndex('article_column')
    .on('article')
    .column('published_at')
    .where(sql<boolean>`kind = 'column'`)
    .execute()
}

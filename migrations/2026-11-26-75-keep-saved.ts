import type { Kysely } from 'kysely'

/** What people keep to read later: title, address and source as they were, whatever becomes of the feed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved')
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('saved_key', ['person_id', 'saved_at'])
    .addUniqueConstraint('saved_address', ['person_id', 'url'])
    .execute()
}

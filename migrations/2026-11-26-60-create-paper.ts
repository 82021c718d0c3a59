import type { Kysely } from 'kysely'

/** What chats want of the news: each paper once; a subscription without one has everything. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('paper')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  await db.schema.alterTable('subscription').addColumn('paper_id', 'integer').execute()
}

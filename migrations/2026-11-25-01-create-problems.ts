import type { Kysely } from 'kysely'

/** What could not be handled and was set aside, for admins to see. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('problem')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'bigint', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('detail', 'text')
    .addColumn('times', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('first_seen_at', 'bigint', (c) => c.notNull())
    .addColumn('last_seen_at', 'bigint', (c) => c.notNull())
    .addColumn('told_at', 'bigint')
    .addPrimaryKeyConstraint('problem_key', ['subject', 'subject_id', 'code'])
    .execute()
}

import type { Kysely } from 'kysely'

/** Sources that readers suggested to the admins: each address once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('suggestion')
    .addColumn('url', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'bigint')
    .addColumn('suggested_at', 'bigint', (c) => c.notNull())
    .addColumn('decision', 'text')
    .execute()
  await db.schema
    .createIndex('suggestion_suggested_at')
    .on('suggestion')
    .column('suggested_at')
    .execute()
}

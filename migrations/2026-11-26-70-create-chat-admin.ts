import type { Kysely } from 'kysely'

/** Which groups and channels a person has configured, so that their own chat can list them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chat_admin')
    .addColumn('person_id', 'integer', (c) => c.notNull())
    .addColumn('chat_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('chat_admin_key', ['person_id', 'chat_id'])
    .execute()
}

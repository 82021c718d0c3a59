import type { Kysely } from 'kysely'

/** What a chat is told with its next digest: which of its wishes could not be read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('subscription').addColumn('notes', 'text').execute()
}

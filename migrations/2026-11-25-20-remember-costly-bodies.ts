import type { Kysely } from 'kysely'

/** The body of a feed that took too long or too much memory to read, so that it is not read again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feed').addColumn('costly_hash', 'text').execute()
}

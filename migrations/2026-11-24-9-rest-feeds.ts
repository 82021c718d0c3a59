import type { Kysely } from 'kysely'

/** When a feed's publisher lets it be asked again, for those who would ask out of its turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feed').addColumn('not_before', 'bigint').execute()
}

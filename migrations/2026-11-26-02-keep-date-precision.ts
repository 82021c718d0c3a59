import type { Kysely } from 'kysely'

/** How much is known of when an article was published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('article').addColumn('date_precision', 'text').execute()
}

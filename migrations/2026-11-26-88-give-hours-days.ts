import type { Kysely } from 'kysely'

/** The weekdays of an hour with a paper of its own, as in `subscription`; null for those of all hours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('hour_paper').addColumn('weekdays', 'text').execute()
}

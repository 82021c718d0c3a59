import type { Kysely } from 'kysely'

/** Where an outlet placed an article among its own, for outlets that do not only go by time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('article').addColumn('place', 'integer').execute()
}

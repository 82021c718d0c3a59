import type { Kysely } from 'kysely'

/** When a reader is next reminded of what they saved; null for never. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('subscription').addColumn('remind_at', 'bigint').execute()
}

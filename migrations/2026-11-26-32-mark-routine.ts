import type { Kysely } from 'kysely'

/** 1 for one more part of a routine series of its feed, such as the daily rates, with nothing unusual. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('article')
    .addColumn('is_routine', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}

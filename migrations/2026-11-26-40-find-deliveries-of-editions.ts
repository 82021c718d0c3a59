import type { Kysely } from 'kysely'

/** So that what no delivery needs any more of an edition can be forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('delivery_edition')
    .on('delivery')
    .columns(['edition_id', 'state'])
    .execute()
}

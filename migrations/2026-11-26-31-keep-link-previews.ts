import type { Kysely } from 'kysely'

/** The picture that stands with a part of an edition: `{"url":…,"size":"small","above":true}`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('edition_part').addColumn('link_preview', 'text').execute()
}

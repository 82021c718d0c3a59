import type { Kysely } from 'kysely'

type Tables = { article: { columnist_id: number | null } }

/** Columnists as persons, and what is kept of a page beside its text. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('columnist')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull().unique())
    .addColumn('note', 'text')
    .addColumn('merged_into', 'integer', (c) => c.references('columnist.id').onDelete('set null'))
    .execute()

  const text = ['kind_reason', 'picture', 'page_wall', 'summary_places'] as const
  for (const name of text) await db.schema.alterTable('article').addColumn(name, 'text').execute()
  const numbers = ['columnist_id', 'duplicate_of'] as const
  for (const name of numbers) {
    await db.schema.alterTable('article').addColumn(name, 'integer').execute()
  }
  await db.schema
    .alterTable('article')
    .addColumn('page_attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('article').addColumn('page_due_at', 'bigint').execute()
  await db.schema
    .createIndex('article_columnist_id')
    .on('article')
    .column('columnist_id')
    .where('columnist_id', 'is not', null)
    .execute()
}

import type { Kysely } from 'kysely'

/** What a model made of headlines in other languages: each article once for each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('translation')
    .addColumn('article_id', 'integer', (c) =>
      c.notNull().references('article.id').onDelete('cascade'),
    )
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('summary', 'text')
    .addColumn('reason', 'text')
    .addColumn('answered_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('translation_key', ['article_id', 'language'])
    .execute()
}

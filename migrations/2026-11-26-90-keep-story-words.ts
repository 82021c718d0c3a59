import type { Kysely } from 'kysely'

/** What was read of the words of the articles that are compared, so that a restart need not read them again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('story_words')
    .addColumn('article_id', 'integer', (c) =>
      c.primaryKey().references('article.id').onDelete('cascade'),
    )
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('story_words_until').on('story_words').column('until').execute()
}

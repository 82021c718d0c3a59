import type { Kysely } from 'kysely'

/** One index for what was published since, all of it or that whose pages wait: each costs every insert. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('article_published_at_page_state')
    .on('article')
    .columns(['published_at', 'page_state'])
    .execute()
  await db.schema.dropIndex('article_published_at').execute()
  await db.schema.dropIndex('article_page_state').execute()
}

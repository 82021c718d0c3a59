import { type Kysely, sql } from 'kysely'

/** In which language a chat gets its digest, the bot speaks with a person, and a message is written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('subscription').addColumn('language', 'text').execute()
  // Groups and channels keep the language they have had; a person's is that of their app.
  await sql`update subscription set language = 'en' where chat_id < 0`.execute(db)
  await db.schema.alterTable('edition_part').addColumn('language', 'text').execute()
  await db.schema
    .createTable('person')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('is_chosen', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}

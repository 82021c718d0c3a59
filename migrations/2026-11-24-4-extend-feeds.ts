import type { Kysely } from 'kysely'

type Tables = { feed: { id: number; url: string; host: string } }

/** What it takes to poll politely, to read pages of headlines, and to say how a feed does. */
export async function up(db: Kysely<Tables>): Promise<void> {
  const text = ['selector', 'wishes', 'body_hash', 'moved_to', 'notice'] as const
  const instants = ['last_full_at', 'moved_since', 'stopped_at'] as const
  for (const name of text) await db.schema.alterTable('feed').addColumn(name, 'text').execute()
  for (const name of instants)
    await db.schema.alterTable('feed').addColumn(name, 'bigint').execute()
  await db.schema
    .alterTable('feed')
    .addColumn('format', 'text', (c) => c.notNull().defaultTo('feed'))
    .execute()
  await db.schema
    .alterTable('feed')
    .addColumn('tags', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .alterTable('feed')
    .addColumn('host', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('feed')
    .addColumn('distrusts_validators', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('feed').addColumn('interval_minutes', 'integer').execute()
  await db.schema
    .alterTable('feed')
    .addColumn('not_found', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()

  for (const feed of await db.selectFrom('feed').select(['id', 'url']).execute()) {
    const host = URL.parse(feed.url)?.hostname ?? ''
    await db.updateTable('feed').set({ host }).where('id', '=', feed.id).execute()
  }
  await db.schema.createIndex('feed_host').on('feed').column('host').execute()
}

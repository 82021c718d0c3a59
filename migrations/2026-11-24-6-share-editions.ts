import { type Kysely, sql } from 'kysely'

type Tables = {
  subscription: {
    id: number
    minute_of_day: number
    times: string
    covered_until: number | null
    covered_through: number | null
  }
  delivery: { id: number; state: string; covers_until: number; edition_id: number; slot_at: number }
  delivery_part: { delivery_id: number; seq: number; html: string; button: string | null }
  edition: { id: number; covers_through: number; created_at: number }
  edition_part: { edition_id: number; seq: number; html: string; button: string | null }
  article: { id: number; first_seen_at: number }
}

/** Several times a day, pauses and wishes; digests kept once for all chats that share them. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await createEditions(db)
  await widenSubscriptions(db)
  await widenDeliveries(db)
}

async function createEditions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('edition')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('covers_through', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('edition_part')
    .addColumn('edition_id', 'integer', (c) =>
      c.notNull().references('edition.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('button', 'text')
    .addPrimaryKeyConstraint('edition_part_key', ['edition_id', 'seq'])
    .execute()
  await db.schema
    .createTable('edition_article')
    .addColumn('edition_id', 'integer', (c) =>
      c.notNull().references('edition.id').onDelete('cascade'),
    )
    .addColumn('article_id', 'integer', (c) =>
      c.notNull().references('article.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('edition_article_key', ['edition_id', 'article_id'])
    .execute()
}

async function widenSubscriptions(db: Kysely<Tables>): Promise<void> {
  const table = () => db.schema.alterTable('subscription')
  await table()
    .addColumn('times', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await table()
    .addColumn('weekdays', 'text', (c) => c.notNull().defaultTo('1234567'))
    .execute()
  await table().addColumn('paused_until', 'bigint').execute()
  await table()
    .addColumn('quiet_note', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await table()
    .addColumn('silence', 'text', (c) => c.notNull().defaultTo('night'))
    .execute()
  await table().addColumn('thread_id', 'bigint').execute()
  await table().addColumn('covered_through', 'integer').execute()

  for (const row of await db.selectFrom('subscription').selectAll().execute()) {
    const two = (value: number) => String(value).padStart(2, '0')
    const times = `${two(Math.floor(row.minute_of_day / 60))}:${two(row.minute_of_day % 60)}`
    const through = row.covered_until === null ? null : await lastSeen(db, row.covered_until)
    await db
      .updateTable('subscription')
      .set({ times, covered_through: through })
      .where('id', '=', row.id)
      .execute()
  }
  await table().dropColumn('minute_of_day').execute()
  await table().dropColumn('covered_until').execute()
}

async function widenDeliveries(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('delivery')
    .addColumn('edition_id', 'integer', (c) => c.references('edition.id'))
    .execute()
  await db.schema
    .alterTable('delivery')
    .addColumn('slot_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('delivery_part').addColumn('lease_until', 'bigint').execute()
  await sql`update delivery set slot_at = created_at`.execute(db)

  const open = await db.selectFrom('delivery').selectAll().where('state', '=', 'planned').execute()
  for (const delivery of open) await keepEdition(db, delivery)
  // Of each open delivery, only the first part that was not sent may be sent next.
  await sql`
    update delivery_part set state = 'waiting'
    where state = 'planned' and exists (
      select 1 from delivery_part as earlier
      where earlier.delivery_id = delivery_part.delivery_id
        and earlier.seq < delivery_part.seq and earlier.state = 'planned'
    )`.execute(db)
  await db.schema.alterTable('delivery').dropColumn('covers_until').execute()
  await db.schema.alterTable('delivery_part').dropColumn('html').execute()
  await db.schema.alterTable('delivery_part').dropColumn('button').execute()

  await db.schema.dropIndex('delivery_part_next_attempt_at').execute()
  await db.schema
    .createIndex('delivery_part_next_attempt_at')
    .on('delivery_part')
    .columns(['state', 'next_attempt_at', 'delivery_id'])
    .execute()
  await db.schema
    .createIndex('delivery_state')
    .on('delivery')
    .columns(['state', 'subscription_id'])
    .execute()
}

async function keepEdition(
  db: Kysely<Tables>,
  delivery: { id: number; covers_until: number },
): Promise<void> {
  const parts = await db
    .selectFrom('delivery_part')
    .select(['seq', 'html', 'button'])
    .where('delivery_id', '=', delivery.id)
    .execute()
  const covers = await lastSeen(db, delivery.covers_until)
  await sql`
    insert into edition (covers_through, created_at) values (${covers}, ${delivery.covers_until})
  `.execute(db)
  const { id } = await db
    .selectFrom('edition')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  for (const part of parts) {
    await db
      .insertInto('edition_part')
      .values({ edition_id: id, ...part })
      .execute()
  }
  await db.updateTable('delivery').set({ edition_id: id }).where('id', '=', delivery.id).execute()
}

/** The newest article that was first seen up to an instant; 0 when there is none. */
async function lastSeen(db: Kysely<Tables>, until: number): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select((e) => e.fn.max('id').as('id'))
    .where('first_seen_at', '<=', until)
    .executeTakeFirst()
  return row?.id ?? 0
}

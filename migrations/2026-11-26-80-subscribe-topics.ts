import { type Kysely, sql } from 'kysely'

const columns = {
  subscription: [
    'id',
    'chat_id',
    'thread_id',
    'zone',
    'times',
    'weekdays',
    'paused_until',
    'quiet_note',
    'silence',
    'paper_id',
    'language',
    'next_slot_at',
    'covered_through',
    'remind_at',
    'notes',
    'ended_at',
    'end_reason',
    'created_at',
  ],
  delivery: [
    'id',
    'subscription_id',
    'slot',
    'slot_at',
    'edition_id',
    'state',
    'reason',
    'created_at',
  ],
  delivery_part: [
    'delivery_id',
    'seq',
    'state',
    'attempts',
    'unclear',
    'next_attempt_at',
    'lease_until',
    'message_id',
    'sent_at',
  ],
}

/**
 * Each topic of a chat may have a subscription beside that of the chat itself, whose topic is null. A chat
 * was unique by the table's own definition, which SQLite cannot change: the table is made anew, with those
 * whose rows hang on it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tables = Object.entries(columns)
  for (const [table] of tables.toReversed()) {
    await sql`create table ${kept(table)} as select * from ${sql.table(table)}`.execute(db)
    await db.schema.dropTable(table).execute()
  }
  await createSubscriptions(db)
  await createDeliveries(db)
  for (const [table, names] of tables) {
    const list = sql.join(names.map((name) => sql.ref(name)))
    await sql`
      insert into ${sql.table(table)} (${list}) select ${list} from ${kept(table)}`.execute(db)
    await sql`drop table ${kept(table)}`.execute(db)
  }
}

function kept(table: string) {
  return sql.table(`kept_${table}`)
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('chat_id', 'bigint', (c) => c.notNull())
    .addColumn('thread_id', 'bigint')
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('times', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('weekdays', 'text', (c) => c.notNull().defaultTo('1234567'))
    .addColumn('paused_until', 'bigint')
    .addColumn('quiet_note', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('silence', 'text', (c) => c.notNull().defaultTo('night'))
    .addColumn('paper_id', 'integer')
    .addColumn('language', 'text')
    .addColumn('next_slot_at', 'bigint', (c) => c.notNull())
    .addColumn('covered_through', 'integer')
    .addColumn('remind_at', 'bigint')
    .addColumn('notes', 'text')
    .addColumn('ended_at', 'bigint')
    .addColumn('end_reason', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('subscription_topic')
    .unique()
    .on('subscription')
    .expression(sql`chat_id, coalesce(thread_id, 0)`)
    .execute()
  await db.schema
    .createIndex('subscription_next_slot_at')
    .on('subscription')
    .columns(['ended_at', 'next_slot_at'])
    .execute()
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('subscription_id', 'integer', (c) =>
      c.notNull().references('subscription.id').onDelete('cascade'),
    )
    .addColumn('slot', 'text', (c) => c.notNull())
    .addColumn('slot_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('edition_id', 'integer', (c) => c.references('edition.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('delivery_slot', ['subscription_id', 'slot'])
    .execute()
  await db.schema
    .createIndex('delivery_state')
    .on('delivery')
    .columns(['state', 'subscription_id'])
    .execute()
  await db.schema
    .createIndex('delivery_edition')
    .on('delivery')
    .columns(['edition_id', 'state'])
    .execute()

  await db.schema
    .createTable('delivery_part')
    .addColumn('delivery_id', 'integer', (c) =>
      c.notNull().references('delivery.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('unclear', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'bigint', (c) => c.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('message_id', 'bigint')
    .addColumn('sent_at', 'bigint')
    .addPrimaryKeyConstraint('delivery_part_key', ['delivery_id', 'seq'])
    .execute()
  await db.schema
    .createIndex('delivery_part_next_attempt_at')
    .on('delivery_part')
    .columns(['state', 'next_attempt_at', 'delivery_id'])
    .execute()
}

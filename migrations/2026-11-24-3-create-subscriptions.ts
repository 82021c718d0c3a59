import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('chat_id', 'bigint', (c) => c.notNull().unique())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('minute_of_day', 'integer', (c) => c.notNull())
    .addColumn('next_slot_at', 'bigint', (c) => c.notNull())
    .addColumn('covered_until', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('end_reason', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('subscription_next_slot_at')
    .on('subscription')
    .columns(['ended_at', 'next_slot_at'])
    .execute()

  await db.schema
    .createTable('delivery')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('subscription_id', 'integer', (c) =>
      c.notNull().references('subscription.id').onDelete('cascade'),
    )
    .addColumn('slot', 'text', (c) => c.notNull())
    .addColumn('covers_until', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('delivery_slot', ['subscription_id', 'slot'])
    .execute()

  await db.schema
    .createTable('delivery_part')
    .addColumn('delivery_id', 'integer', (c) =>
      c.notNull().references('delivery.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('button', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'bigint', (c) => c.notNull())
    .addColumn('message_id', 'bigint')
    .addColumn('sent_at', 'bigint')
    .addPrimaryKeyConstraint('delivery_part_key', ['delivery_id', 'seq'])
    .execute()
  await db.schema
    .createIndex('delivery_part_next_attempt_at')
    .on('delivery_part')
    .columns(['state', 'next_attempt_at'])
    .execute()
}

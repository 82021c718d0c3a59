import type { Kysely } from 'kysely'

/** Hours that bring a paper of their own, how far each has got, and what has come by which paper. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hour_paper')
    .addColumn('subscription_id', 'integer', (c) =>
      c.notNull().references('subscription.id').onDelete('cascade'),
    )
    .addColumn('time', 'text', (c) => c.notNull())
    .addColumn('paper_id', 'integer')
    .addColumn('covered_through', 'integer')
    .addPrimaryKeyConstraint('hour_paper_key', ['subscription_id', 'time'])
    .execute()
  await db.schema.alterTable('delivery').addColumn('hour', 'text').execute()
  await db.schema
    .createTable('brought')
    .addColumn('subscription_id', 'integer', (c) =>
      c.notNull().references('subscription.id').onDelete('cascade'),
    )
    .addColumn('delivery_id', 'integer', (c) => c.references('delivery.id').onDelete('cascade'))
    .addColumn('paper_id', 'integer')
    .addColumn('as_of', 'integer', (c) => c.notNull())
    .addColumn('after', 'integer')
    .addColumn('through', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('brought_to')
    .on('brought')
    .columns(['subscription_id', 'through'])
    .execute()
  await db.schema.createIndex('brought_by').on('brought').column('delivery_id').execute()
}

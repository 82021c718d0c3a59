import type { Kysely } from 'kysely'

/** What a model took on each day, and what it answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_usage')
    .addColumn('day', 'text', (c) => c.primaryKey())
    .addColumn('input_tokens', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('output_tokens', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('cost_millionths', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()

  await db.schema
    .createTable('model_answer')
    .addColumn('content_hash', 'text', (c) => c.primaryKey())
    .addColumn('summary', 'text')
    .addColumn('reason', 'text')
    .addColumn('answered_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('model_answer_answered_at')
    .on('model_answer')
    .column('answered_at')
    .execute()
}

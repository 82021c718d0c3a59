import { type Kysely, sql } from 'kysely'

type Tables = {
  subscription: {
    paper_id: number | null
    covered_through: number | null
    alert_through: number | null
  }
  paper: { id: number; value: string }
}

/** What is told at once: how far each chat that wishes so has been looked after, and what it was told. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('subscription').addColumn('alert_through', 'integer').execute()
  await db
    .updateTable('subscription')
    .set((e) => ({ alert_through: e.ref('covered_through') }))
    .where('paper_id', 'in', (e) =>
      e.selectFrom('paper').select('id').where('value', 'like', '%"alert":true%'),
    )
    .execute()
  await db.schema
    .createIndex('subscription_alerted')
    .on('subscription')
    .columns(['ended_at', 'id'])
    .where(sql<boolean>`alert_through is not null`)
    .execute()
  await db.schema
    .createTable('alert')
    .addColumn('delivery_id', 'integer', (c) =>
      c.notNull().references('delivery.id').onDelete('cascade'),
    )
    .addColumn('article_id', 'integer', (c) =>
      c.notNull().references('article.id').onDelete('cascade'),
    )
    .addColumn('follow', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('alert_key', ['delivery_id', 'article_id'])
    .execute()
}

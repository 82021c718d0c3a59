import type { Kysely } from 'kysely'

type Tables = {
  edition_article: { edition_id: number; article_id: number; seq: number }
  edition_list: { edition_id: number; seq: number; article_ids: string }
}

/** So many rows are held in memory. */
const atOnce = 10_000

/** Which articles stand in a part of an edition is one row, where each article had one. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('edition_list')
    .addColumn('edition_id', 'integer', (c) =>
      c.notNull().references('edition.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('article_ids', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('edition_list_key', ['edition_id', 'seq'])
    .execute()
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('edition_article')
      .selectAll()
      .where('edition_id', '>', after)
      .orderBy('edition_id')
      .orderBy('article_id')
      .limit(atOnce)
      .execute()
    const last = rows.at(-1)?.edition_id
    if (last === undefined) break
    // The last may go on in the rows that come.
    const isEnd = rows.length < atOnce
    const whole = isEnd ? rows : rows.filter(({ edition_id }) => edition_id < last)
    const parts = Map.groupBy(whole, ({ edition_id, seq }) => `${edition_id} ${seq}`)
    for (const [first, ...rest] of parts.values()) {
      if (!first) continue
      const { edition_id, seq } = first
      const article_ids = JSON.stringify([first, ...rest].map(({ article_id }) => article_id))
      await db.insertInto('edition_list').values({ edition_id, seq, article_ids }).execute()
    }
    if (isEnd) break
    after = last - 1
  }
  await db.schema.dropTable('edition_article').execute()
}

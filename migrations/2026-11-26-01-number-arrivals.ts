import { type Kysely, sql } from 'kysely'

/**
 * Numbers articles in the order in which they could first be seen, so that their ids need not be in it.
 * Up to now ids were, and what speaks of arrivals spoke of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('article').addColumn('arrival', 'integer').execute()
  await sql`update article set arrival = id`.execute(db)
  await db.schema.createIndex('article_arrival').unique().on('article').column('arrival').execute()
  // Numbers of articles that are gone are given again: who has had those is owed whatever comes.
  const newest = sql`(select coalesce(max(arrival), 0) from article)`
  await sql`
    update subscription set covered_through = ${newest} where covered_through > ${newest}
  `.execute(db)
  await sql`update edition set covers_through = ${newest} where covers_through > ${newest}`.execute(
    db,
  )
}

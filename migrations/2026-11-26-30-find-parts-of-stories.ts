import type { Kysely } from 'kysely'

type Tables = {
  article: { about_story: number | null; published_at: number }
  story: { continues: number | null; merged_into: number | null }
}

/** Finds what a story goes on from, what became part of it, and the columns on it, without a scan. */
export async function up(db: Kysely<Tables>): Promise<void> {
  for (const column of ['continues', 'merged_into'] as const) {
    await db.schema
      .createIndex(`story_${column}`)
      .on('story')
      .column(column)
      .where(column, 'is not', null)
      .execute()
  }
  await db.schema
    .createIndex('article_columns_on_story')
    .on('article')
    .columns(['about_story', 'published_at'])
    .where('about_story', 'is not', null)
    .execute()
}

import { type Kysely, sql } from 'kysely'

/** Full-text search on SQLite: FTS5 keeps only the index, the words stay in `article`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create virtual table article_search using fts5(
      title, summary, body, author,
      content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
    )`.execute(db)
}

import { type Kysely, sql } from 'kysely'

/**
 * Has it noted in `news_change` which articles have changed in what a page shows or depends on, so that
 * whoever keeps them in memory reads only those again. A row without an article stands for a change of
 * feeds or columnists. Triggers see every writer: another process, and a hand.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('news_change')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('article_id', 'integer')
    .execute()
  const ofArticle = [
    ...['arrival', 'feed_id', 'url', 'title', 'author', 'kind', 'published_at', 'date_precision'],
    ...['language', 'standfirst', 'summary', 'summary_origin', 'summary_places', 'place'],
    ...['page_wall', 'columnist_id', 'duplicate_of', 'story_id', 'about_story', 'is_routine'],
  ].join(', ')
  const note = (event: string, articles: string, when = '1') => {
    const name = event.replace(/^(\w+).* on (\w+)$/, '$2_$1_noted')
    return sql
      .raw(`create trigger ${name} after ${event} when ${when} begin
        insert into news_change (article_id) ${articles}; end`)
      .execute(db)
  }
  const ofStory = `select id from article
    where (story_id = new.id or about_story = new.id) and arrival is not null`
  // Before its arrival an article stands on no page.
  await note(`update of ${ofArticle} on article`, 'values (new.id)', 'new.arrival is not null')
  await note('delete on article', 'values (old.id)')
  await note('insert on story', ofStory)
  await note('update of lead_id, continues, is_pinned on story', ofStory)
  await note('insert on feed', 'values (null)')
  await note(
    'update of title, kind, tags, weight, removed_at on feed',
    'values (null)',
    `old.title is not new.title or old.kind is not new.kind or old.tags is not new.tags or old.weight is not new.weight
      or old.removed_at is not new.removed_at`,
  )
  await note('update of merged_into on columnist', 'values (null)')
}

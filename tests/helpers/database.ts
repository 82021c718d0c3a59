import { onTestFinished } from 'vitest'
import type { NewArticle } from '../../src/store/articles.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import type { Database } from '../../src/store/tables.ts'

/** A real database in memory that lasts for one test. */
export async function aDatabase(): Promise<Database> {
  const db = await openDatabase(':memory:')
  onTestFinished(() => db.destroy())
  return db
}

export const noon = Temporal.Instant.from('2024-06-14T12:00:00Z')

/** What a test says of an article; the rest is made up. */
export type GivenNews = Partial<Omit<NewArticle, 'publishedAtMs'>> & {
  title: string
  publishedAt?: Temporal.Instant
}

/** Adds a feed with these articles, all first seen at `seenAt`; gives the feed's number. */
export async function addNews(
  db: Database,
  given: GivenNews[],
  { url = 'https://news.example/rss', seenAt = noon, isIndexed = true } = {},
): Promise<number> {
  const { feed } = await addFeed(db, { url, title: 'Example News', kind: 'news' }, seenAt)
  const articles = given.map(({ publishedAt = seenAt, ...given }) => {
    const address = `${url}/${encodeURIComponent(given.title)}`
    return {
      itemId: address,
      url: address,
      author: null,
      kind: 'news' as const,
      publishedAtMs: publishedAt.epochMilliseconds,
      precision: 'minute' as const,
      place: null,
      summary: null,
      standfirst: null,
      body: null,
      ...given,
    }
  })
  // The first item of a feed is stored last; here they are given in the order of their numbers.
  const items = articles.toReversed()
  await recordPolls(db, [{ feedId: feed.id, articles: items, health: {} }], seenAt)
  if (isIndexed) await indexNewArticles(db)
  return feed.id
}

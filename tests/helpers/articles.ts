import type { Article } from '../../src/domain/article.ts'

let lastId = 0

/** An article to test with; only what matters needs to be said. */
export function anArticle(wish: Partial<Article> = {}): Article {
  const id = ++lastId
  const at = Temporal.Instant.from('2024-06-14T09:30:00Z')
  return {
    id,
    feedId: 1,
    url: `https://news.example/${id}`,
    title: `Headline ${id}`,
    source: 'Example News',
    author: null,
    kind: 'news',
    publishedAt: at,
    firstSeenAt: at,
    language: 'en',
    standfirst: null,
    summary: { text: `Summary ${id}.`, origin: 'extract' },
    ...wish,
  }
}

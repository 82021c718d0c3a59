import type { Article, Page } from '../../src/domain/article.ts'
import type { Headline } from '../../src/domain/digest.ts'

let lastId = 0

/** An article to test with; only what matters needs to be said. */
export function anArticle(given: Partial<Article & Headline> = {}): Article & Headline {
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
    precision: 'minute',
    firstSeenAt: at,
    language: 'en',
    isPaid: false,
    standfirst: null,
    summary: { text: `Summary ${id}.`, origin: 'extract' },
    storyId: null,
    columnistId: null,
    topic: null,
    isLead: false,
    ...given,
  }
}

/** What a page says; only what matters needs to be said. */
export function aPage(given: Partial<Page> = {}): Page {
  return {
    title: null,
    author: given.authors?.join(', ') ?? null,
    authors: [],
    authorNote: null,
    publishedAt: null,
    precision: given.publishedAt ? 'minute' : 'none',
    language: 'en',
    standfirst: null,
    picture: null,
    kind: 'news',
    kindReason: { code: 'kind-of-feed', kind: 'news' },
    sources: {},
    text: 'What happened.',
    ...given,
  }
}

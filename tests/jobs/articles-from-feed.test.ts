import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../src/domain/feed.ts'
import { articlesFromFeed } from '../../src/jobs/articles-from-feed.ts'

const now = Temporal.Instant.from('2024-06-14T12:00:00Z')

function anItem(wish: Partial<FeedItem>): FeedItem {
  return {
    id: wish.url ?? '1',
    title: 'A headline',
    url: 'https://news.example/1',
    publishedAt: now,
    author: null,
    summary: null,
    content: null,
    categories: [],
    enclosures: [],
    ...wish,
  }
}

describe('the address of an article', () => {
  const addresses = (...urls: string[]) =>
    articlesFromFeed(
      urls.map((url) => anItem({ url })),
      'news',
      now,
    ).map(({ url }) => url)

  it('is without tracking parameters and fragment, and else as the feed gives it', () => {
    expect(addresses('https://a.example/?q=a%20b&utm_source=x&fbclid=1#part')).toEqual([
      'https://a.example/?q=a%20b',
    ])
  })

  it('keeps a fragment that alone tells items apart', () => {
    const live = ['https://a.example/live#1', 'https://a.example/live?utm_source=x#2']
    expect(addresses(...live)).toEqual(['https://a.example/live#1', 'https://a.example/live#2'])
  })
})

it('leaves out what has no address or no words', () => {
  expect(articlesFromFeed([anItem({ url: null }), anItem({ title: '' })], 'news', now)).toEqual([])
})

it('dates an article by its first sight where the feed gives no date, or one to come', () => {
  const dates = [null, now.add({ hours: 5 }), now.subtract({ hours: 5 })]
  const articles = articlesFromFeed(
    dates.map((publishedAt, i) => anItem({ publishedAt, url: `https://a.example/${i}` })),
    'news',
    now,
  )
  expect(articles.map(({ publishedAtMs }) => publishedAtMs)).toEqual(
    [now, now, now.subtract({ hours: 5 })].map((at) => at.epochMilliseconds),
  )
})

it('takes the blurb for the summary, in whole sentences', () => {
  const summary = `<p>${'The council met on Thursday. '.repeat(20)}</p>`
  const [article] = articlesFromFeed([anItem({ summary })], 'columns', now)
  expect(article).toMatchObject({ kind: 'column', summary: { origin: 'feed' } })
  expect(article?.summary?.text).toMatch(/^The council .*Thursday\.$/)
  expect(article?.summary?.text.length).toBeLessThanOrEqual(300)
})

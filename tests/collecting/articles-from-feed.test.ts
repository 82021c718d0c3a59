import { describe, expect, it } from 'vitest'
import { articlesFromFeed } from '../../src/collecting/articles-from-feed.ts'
import type { FeedItem, FeedKind } from '../../src/domain/feed.ts'

const now = Temporal.Instant.from('2024-06-14T12:00:00Z')

function anItem(given: Partial<FeedItem>): FeedItem {
  return {
    id: given.url ?? '1',
    title: 'A headline',
    url: 'https://news.example/1',
    publishedAt: now,
    author: null,
    summary: null,
    content: null,
    categories: [],
    enclosures: [],
    ...given,
  }
}

const fromItems = (items: FeedItem[], kind: FeedKind = 'news') =>
  articlesFromFeed({ title: 'Harbour Post', items }, kind, now)

describe('the address of an article', () => {
  const addresses = (...urls: string[]) =>
    fromItems(urls.map((url) => anItem({ url }))).map(({ url }) => url)

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
  expect(fromItems([anItem({ url: null }), anItem({ title: '' })])).toEqual([])
})

it('dates an article by its first sight where the feed gives no date, or one to come', () => {
  const dates = [null, now.add({ hours: 5 }), now.subtract({ hours: 5 })]
  const articles = fromItems(
    dates.map((publishedAt, i) => anItem({ publishedAt, url: `https://a.example/${i}` })),
  )
  expect(articles.map(({ publishedAtMs }) => publishedAtMs)).toEqual(
    [now, now, now.subtract({ hours: 5 })].map((at) => at.epochMilliseconds),
  )
})

it.each([
  ['a day that has passed', '2024-06-12', '2024-06-14T06:00:00Z', '2024-06-12T12:00:00Z'],
  ['today', '2024-06-14', '2024-06-14T06:00:00Z', '2024-06-14T03:00:00Z'],
  ['a day that has begun elsewhere', '2024-06-15', '2024-06-14T23:00:00Z', '2024-06-15T00:00:00Z'],
  ['a day to come', '2024-06-20', '2024-06-14T06:00:00Z', '2024-06-14T03:00:00Z'],
])('puts what has only a day, %s, in the middle of what has passed of it', (_, day, now, at) => {
  // The first moment of the day in Kyiv, and noon there.
  const moments = { feed: `${day}T00:00:00+03:00`, listing: `${day}T12:00:00+03:00` }
  for (const [format, moment] of Object.entries(moments)) {
    const items = [anItem({ publishedAt: Temporal.Instant.from(moment), precision: 'day' })]
    const given = { title: null, format, items }
    const [article] = articlesFromFeed(given, 'news', Temporal.Instant.from(now))
    expect(article?.precision).toBe('day')
    expect(article?.publishedAtMs).toBe(Temporal.Instant.from(at).epochMilliseconds)
  }
})

it('takes the blurb for the summary, in whole sentences', () => {
  const summary = `<p>${'The council met on Thursday. '.repeat(20)}</p>`
  const [article] = fromItems([anItem({ summary })], 'columns')
  expect(article).toMatchObject({ kind: 'column', summary: { origin: 'feed' } })
  expect(article?.summary?.text).toMatch(/^The council .*Thursday\.$/)
  expect(article?.summary?.text.length).toBeLessThanOrEqual(300)
})

it.each([
  ['admin', null],
  ['Editorial Team', null],
  ['Редакція', null],
  ['Harbour Post', null],
  ['Ada Marsh', 'Ada Marsh'],
  ['admin, Ada Marsh', 'Ada Marsh'],
  ['Adminah Root', 'Adminah Root'],
])('takes %s for the author %s', (author, expected) => {
  expect(fromItems([anItem({ author })], 'columns')).toMatchObject([{ author: expected }])
})

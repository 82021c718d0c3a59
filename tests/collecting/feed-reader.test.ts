import { afterEach, describe, expect, it } from 'vitest'
import { createFeedReader, type FeedReader } from '../../src/collecting/feed-reader.ts'
import { rss } from '../helpers/feeds.ts'
import { inWords } from '../helpers/in-words.ts'

let reader: FeedReader
afterEach(() => reader.close())

const document = (text: string) => ({
  bytes: Buffer.from(text),
  contentType: 'text/xml',
  url: 'https://news.example/rss',
})
const small = document(
  rss('Harbour Post', [
    {
      title: 'Ebb',
      link: '/ebb',
      date: 'Fri, 14 Jun 2024 09:30:00 GMT',
      description: '<p>Low &amp; dry</p>',
    },
  ]),
)

describe('the feed reader', () => {
  it('gives feeds with instants, or the articles that they stand for', async () => {
    reader = createFeedReader(1, Temporal.Now.instant)
    const reading = await reader.readFeed(small)
    expect(reading).toMatchObject({
      kind: 'feed',
      feed: {
        format: 'rss2.0',
        title: 'Harbour Post',
        items: [
          {
            url: 'https://news.example/ebb',
            publishedAt: Temporal.Instant.from('2024-06-14T09:30:00Z'),
            summary: '<p>Low &amp; dry</p>',
          },
        ],
      },
    })
    const articles = await reader.readArticles(small, {
      kind: 'news',
      format: 'feed',
      selector: null,
    })
    expect(articles).toMatchObject({ feed: { articles: [{ body: 'Low & dry' }] } })
  })

  it('says why something is no feed', async () => {
    reader = createFeedReader(1, Temporal.Now.instant)
    expect(inWords(await reader.readFeed(document(' ')))).toEqual({
      kind: 'unreadable',
      reason: 'it is empty',
    })
  })

  it('ends a feed that takes too long, and reads the ones that waited', async () => {
    reader = createFeedReader(1, Temporal.Now.instant, { timeLimitMs: 1000, memoryMb: 2048 })
    const slow = document(
      `<rss><channel><item><title>${'&lt;'.repeat(25_000_000)}</title></item></channel></rss>`,
    )
    const [late, ...waited] = await Promise.all(
      [slow, small, small].map((each) => reader.readFeed(each)),
    )
    expect(inWords(late)).toEqual({
      kind: 'unreadable',
      reason: 'it took longer than 1 seconds to read',
      isCostly: true,
    })
    expect(waited.map(({ kind }) => kind)).toEqual(['feed', 'feed'])
  })

  it('ends a feed that takes too much memory, and reads the next', async () => {
    reader = createFeedReader(1, Temporal.Now.instant, { timeLimitMs: 10_000, memoryMb: 40 })
    const huge = document(
      `<rss><channel><item>${'<a x="y">z</a>'.repeat(450_000)}</item></channel></rss>`,
    )
    expect(inWords(await reader.readFeed(huge))).toEqual({
      kind: 'unreadable',
      reason: 'it took more than 40 MB of memory to read',
      isCostly: true,
    })
    expect((await reader.readFeed(small)).kind).toBe('feed')
  })
})

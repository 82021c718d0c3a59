import { describe, expect, it } from 'vitest'
import { loadDigest } from '../../src/serving/compose-edition.ts'
import { listFeeds, makeFeedsDue } from '../../src/store/feeds.ts'
import type { Database } from '../../src/store/tables.ts'
import { aCollector } from '../helpers/collector.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { page, rss } from '../helpers/feeds.ts'
import { inWords } from '../helpers/in-words.ts'
import { startWebServer } from '../helpers/web-server.ts'

const paragraphs = [
  'The harbour bridge opened on Friday after two years of work. Hundreds of people walked across it in the rain, and the mayor walked first.',
  'Trams will cross it from Monday, the city said, once the last of the new wires have been hung and tested by the engineers.',
  'The old bridge stays open to cyclists until the autumn, and a vote on what becomes of it is to be held before the winter.',
]

const since = noon.subtract({ hours: 72 })
const digestOf = (db: Database) => loadDigest(db, { asOf: noon, days: 2 }, 'UTC')

describe('collecting the news', () => {
  it('brings a headline and its page into the digest', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer(
      '/rss',
      rss('Harbour Post', [
        { title: 'Bridge opens', link: `${web.origin}/1`, date: 'Fri, 14 Jun 2024 09:30:00 GMT' },
      ]),
    )
    web.answer('/1', page('Bridge opens', paragraphs), 'text/html')
    const collector = aCollector({ db, now: () => noon })
    expect(await collector.addFeed({ address: `${web.origin}/rss`, kind: 'news' })).toMatchObject({
      kind: 'added',
      items: 1,
    })
    expect(await collector.readFeeds()).toMatchObject({ read: 1, newArticles: 1 })
    expect(await collector.readPages(since)).toEqual({ read: 1, failed: 0 })
    const [day] = (await digestOf(db)).days
    expect(day?.stories[0]?.lead).toMatchObject({
      title: 'Bridge opens',
      source: 'Harbour Post',
      language: 'en',
      summary: { origin: 'extract' },
    })
    const sentences = day?.stories[0]?.lead.summary?.sentences ?? []
    const text = paragraphs.join('\n\n')
    expect(sentences.map(([start, end]) => text.slice(start, end)).join(' ')).toBe(
      day?.stories[0]?.lead.summary?.text,
    )
  })

  it('keeps the author and the standfirst of a column', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    const item = {
      title: 'On bridges',
      link: `${web.origin}/1`,
      creator: 'Ada Marsh',
      description: 'A bridge is a promise.',
    }
    web.answer('/rss', rss('Views', [item]))
    const collector = aCollector({ db, now: () => noon })
    await collector.addFeed({ address: `${web.origin}/rss`, kind: 'columns' })
    await collector.readFeeds()
    const [day] = (await digestOf(db)).days
    expect(day?.columns).toMatchObject([
      { author: 'Ada Marsh', standfirst: 'A bridge is a promise.', publishedAt: noon },
    ])
  })

  it('never stores one article twice, in one feed or in two', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    const item = { title: 'Once', link: 'https://news.example/once?utm_source=a' }
    web.answer('/a', rss('A', [item, { ...item, guid: 'other' }]))
    web.answer('/b', rss('B', [{ ...item, link: 'https://news.example/once#top' }]))
    const collector = aCollector({ db, now: () => noon })
    await collector.addFeed({ address: `${web.origin}/a`, kind: 'news' })
    await collector.addFeed({ address: `${web.origin}/b`, kind: 'news' })
    await collector.readFeeds()
    await makeFeedsDue(db, noon)
    await collector.readFeeds()
    expect((await digestOf(db)).days.flatMap((day) => day.stories)).toHaveLength(1)
  })

  it('lets a feed or page that fails cost only itself', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    const items = ['good', 'bad'].map((name) => ({
      title: name,
      link: `${web.origin}/${name}`,
      description: `The ${name} one, in short, and then ...`,
    }))
    web.answer('/good-feed', rss('Good', items))
    web.answer('/bad-feed', rss('Bad', []))
    web.answer('/good', page('good', paragraphs), 'text/html')
    const collector = aCollector({ db, now: () => noon })
    await collector.addFeed({ address: `${web.origin}/good-feed`, kind: 'news' })
    await collector.addFeed({ address: `${web.origin}/bad-feed`, kind: 'news' })
    web.answer('/bad-feed', 'no feed at all')
    expect(await collector.readFeeds()).toMatchObject({ read: 1, failed: 1, newArticles: 2 })
    expect(await collector.readPages(since)).toEqual({ read: 1, failed: 1 })
    const stories = (await digestOf(db)).days.flatMap((day) => day.stories)
    expect(stories.map(({ lead }) => lead.summary?.origin).toSorted()).toEqual(['extract', 'feed'])
    const [bad] = await listFeeds(db)
    expect(inWords(bad)).toMatchObject({ title: 'Bad', failures: 1, lastError: expect.any(String) })
    expect(bad?.nextDueAt.since(noon).total('minutes')).toBeGreaterThan(13)
    expect(bad?.nextDueAt.since(noon).total('minutes')).toBeLessThan(17)
  })

  it('counts what came from feeds that were read side by side', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    const collector = aCollector({ db, now: () => noon })
    for (let i = 0; i < 10; i++) {
      const items = [1, 2, 3].map((n) => ({ title: `${i}-${n}`, link: `${web.origin}/${i}/${n}` }))
      web.answer(`/rss${i}`, rss(`Feed ${i}`, items))
      await collector.addFeed({ address: `${web.origin}/rss${i}`, kind: 'news' })
    }
    expect(await collector.readFeeds()).toMatchObject({ read: 10, newArticles: 30 })
  })

  it('asks a known feed only for what changed', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer('/rss', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"v1"' }).end(rss('Post', []))
    })
    const collector = aCollector({ db, now: () => noon })
    await collector.addFeed({ address: `${web.origin}/rss`, kind: 'news' })
    expect(await collector.readFeeds()).toMatchObject({ read: 1 })
    expect(await collector.readFeeds()).toMatchObject({ read: 0, unchanged: 0 })
    await makeFeedsDue(db, noon)
    expect(await collector.readFeeds()).toMatchObject({ unchanged: 1 })
  })
})

describe('a page that fails', () => {
  it('is tried twice again, later, and then left', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer('/rss', rss('Post', [{ title: 'One', link: `${web.origin}/1` }]))
    web.answer('/1', (_q, response) => response.writeHead(500).end())
    let now = noon
    const collector = aCollector({ db, now: () => now })
    await collector.addFeed({ address: `${web.origin}/rss`, kind: 'news' })
    await collector.readFeeds()
    const failed = []
    for (const minutes of [0, 1, 16, 60, 300, 3000]) {
      now = noon.add({ minutes })
      failed.push((await collector.readPages(since)).failed)
    }
    expect(failed).toEqual([1, 0, 1, 0, 1, 0])
  })

  it('is left at once when it is no passing thing', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer('/rss', rss('Post', [{ title: 'Gone', link: `${web.origin}/gone` }]))
    let now = noon
    const collector = aCollector({ db, now: () => now })
    await collector.addFeed({ address: `${web.origin}/rss`, kind: 'news' })
    await collector.readFeeds()
    expect(await collector.readPages(since)).toEqual({ read: 0, failed: 1 })
    now = noon.add({ hours: 24 })
    expect(await collector.readPages(since)).toEqual({ read: 0, failed: 0 })
  })
})

describe('adding a feed', () => {
  it('says what is wrong with an address', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer('/page', '<html><body>Hello</body></html>', 'text/html')
    const collector = aCollector({ db, now: () => noon })
    const add = (address: string) => collector.addFeed({ address, kind: 'news' })
    expect(await add('not an address')).toEqual({ kind: 'no-address' })
    expect(await add('ftp://news.example/')).toEqual({ kind: 'no-address' })
    expect(inWords(await add(`${web.origin}/missing`))).toEqual({
      kind: 'unreadable',
      reason: 'there is nothing at this address (404)',
    })
    expect(inWords(await add(`${web.origin}/page`))).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('a web page that names no feed'),
    })
    expect(await listFeeds(db)).toEqual([])
  })

  it('adds one only once', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer('/rss', rss('Post', []))
    const collector = aCollector({ db, now: () => noon })
    const given = { address: `${web.origin}/rss`, kind: 'news' as const }
    expect(await collector.addFeed(given)).toMatchObject({ kind: 'added', items: 0 })
    expect(await collector.addFeed(given)).toMatchObject({ kind: 'known' })
  })
})

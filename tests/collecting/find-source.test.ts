import { describe, expect, it } from 'vitest'
import { loadDigest } from '../../src/serving/compose-edition.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { aCollector } from '../helpers/collector.ts'
import { aDatabase } from '../helpers/database.ts'
import { rss } from '../helpers/feeds.ts'
import { inWords } from '../helpers/in-words.ts'
import { listing, sampleDays } from '../helpers/listing.ts'
import { startWebServer } from '../helpers/web-server.ts'

const now = Temporal.Instant.from('2024-06-14T20:00:00Z')

async function setUp() {
  const db = await aDatabase()
  const web = await startWebServer()
  const collector = aCollector({ db, now: () => now })
  const add = (path: string, selector: string | null = null) =>
    collector.addFeed({ address: web.origin + path, kind: 'news', selector })
  return { db, web, collector, add }
}

const alternate = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`
const feed = rss('Harbour Post', [{ title: 'Bridge opens', link: 'https://news.example/1' }])

describe('adding what lies at an address', () => {
  it('takes the one feed that a page names, also of a page of headlines', async () => {
    const { web, add } = await setUp()
    const head = alternate('/all.xml') + alternate('/comments/feed')
    web.answer('/', listing(sampleDays, head), 'text/html')
    web.answer('/all.xml', feed)
    expect(await add('/')).toMatchObject({
      kind: 'added',
      feed: { url: `${web.origin}/all.xml`, title: 'Harbour Post', format: 'feed' },
    })
  })

  it('leaves the choice of several to the admin', async () => {
    const { web, db, add } = await setUp()
    web.answer('/', alternate('/news.xml', 'News') + alternate('/sport.xml', 'Sport'), 'text/html')
    expect(await add('/')).toEqual({
      kind: 'several',
      feeds: [
        { url: `${web.origin}/news.xml`, title: 'News', type: 'rss' },
        { url: `${web.origin}/sport.xml`, title: 'Sport', type: 'rss' },
      ],
    })
    expect(await listFeeds(db)).toEqual([])
  })

  it('tries the usual paths one by one where a page names none', async () => {
    const { web, add } = await setUp()
    web.answer('/', '<html><body><h1>Harbour Post</h1></body></html>', 'text/html')
    web.answer('/rss', '<html><body>Not here</body></html>', 'text/html')
    web.answer('/atom.xml', feed)
    expect(await add('/')).toMatchObject({ kind: 'added', feed: { url: `${web.origin}/atom.xml` } })
    expect(web.requests.map(({ url }) => url)).toEqual([
      '/',
      '/feed',
      '/rss',
      '/rss.xml',
      '/atom.xml',
    ])
  })

  it('tries them also where the feed that a page names is not there', async () => {
    const { web, add } = await setUp()
    web.answer(
      '/',
      `<html><head>${alternate('/gone.xml')}</head><body>Hello</body></html>`,
      'text/html',
    )
    expect(inWords(await add('/'))).toMatchObject({ reason: expect.stringContaining('/gone.xml') })
    web.answer('/feed', feed)
    expect(await add('/')).toMatchObject({ kind: 'added', feed: { url: `${web.origin}/feed` } })
  })

  it('asks no more once a server has had enough', async () => {
    const { web, add } = await setUp()
    web.answer('/', '<html><body><h1>Harbour Post</h1></body></html>', 'text/html')
    web.answer('/feed', (_request, response) => response.writeHead(429).end())
    expect(await add('/')).toMatchObject({ kind: 'unreadable' })
    expect(web.requests).toHaveLength(2)
  })

  it('reads a page of headlines without a feed, again and again', async () => {
    const { web, db, collector, add } = await setUp()
    web.answer('/all', listing(sampleDays), 'text/html')
    // The feed of the whole site is not what was asked for.
    web.answer('/feed', feed)
    expect(await add('/all')).toMatchObject({
      kind: 'added',
      items: 5,
      feed: { url: `${web.origin}/all`, title: 'All news', format: 'listing' },
    })
    expect(await collector.readFeeds()).toMatchObject({ read: 1, newArticles: 5 })
    const { days } = await loadDigest(db, { asOf: now, days: 2 }, 'UTC')
    expect(days.map(({ date, stories }) => [String(date), stories.length])).toEqual([
      ['2024-06-14', 3],
      ['2024-06-13', 2],
    ])
  })

  it('heeds a selector, and keeps it', async () => {
    const { web, collector, add } = await setUp()
    web.answer('/all', listing(sampleDays, alternate('/all.xml')), 'text/html')
    expect(await add('/all', 'ul:first-of-type a')).toMatchObject({
      kind: 'added',
      items: 3,
      feed: { format: 'listing', selector: 'ul:first-of-type a' },
    })
    expect(await collector.readFeeds()).toMatchObject({ newArticles: 3 })
    expect(inWords(await add('/all', 'a['))).toEqual({
      kind: 'unreadable',
      reason: '“a[” is not a CSS selector',
    })
  })

  it('finds the news and the columns behind an article, each with its kind', async () => {
    const { web, add } = await setUp()
    const menu =
      '<nav><a href="/sport">Sport</a><a href="/latest">Latest</a><a href="/voices">Opinion</a></nav>'
    const article = `<html><body>${menu}<h1>Bridge</h1>${'<p>It was opened on Friday. </p>'.repeat(60)}`
    web.answer('/2024/bridge', article, 'text/html')
    web.answer('/latest', listing(sampleDays), 'text/html')
    expect(await add('/2024/bridge')).toMatchObject({
      kind: 'added',
      feed: { url: `${web.origin}/latest`, format: 'listing' },
    })
    web.answer('/voices', `<html><head>${alternate('/voices.xml')}</head></html>`, 'text/html')
    web.answer('/voices.xml', feed)
    expect(await add('/2024/bridge')).toMatchObject({
      kind: 'several',
      feeds: [
        { url: `${web.origin}/latest`, title: 'Latest', kind: 'news' },
        { url: `${web.origin}/voices`, title: 'Opinion', kind: 'columns' },
      ],
    })
  })

  it('goes where a page leads by itself, and by its Link header', async () => {
    const { web, add } = await setUp()
    web.answer(
      '/moved',
      '<meta http-equiv="refresh" content="0; url=/new"><p>Moved.</p>',
      'text/html',
    )
    web.answer('/new', (_request, response) => {
      const link = '</all.xml>; rel="alternate"; type="application/rss+xml"'
      response
        .writeHead(200, { 'content-type': 'text/html', link })
        .end('<html><p>Hello</p></html>')
    })
    web.answer('/all.xml', feed)
    expect(await add('/moved')).toMatchObject({
      kind: 'added',
      feed: { url: `${web.origin}/all.xml` },
    })
  })

  it('says what is amiss', async () => {
    const { web, add } = await setUp()
    web.answer('/login', '<html><body><form><input></form></body></html>', 'text/html')
    web.answer('/bytes', Buffer.from([1, 2, 3]), 'application/pdf')
    web.answer('/named', alternate('/gone.xml'), 'text/html')
    expect(inWords(await add('/login'))).toEqual({
      kind: 'unreadable',
      reason: 'this is a web page that names no feed, and it holds no list of headlines',
    })
    expect(inWords(await add('/bytes'))).toMatchObject({
      reason: 'it is no RSS, Atom or JSON Feed',
    })
    expect(inWords(await add('/named'))).toMatchObject({
      reason: `the feed that it names cannot be read: ${web.origin}/gone.xml: there is nothing at this address (404)`,
    })
  })
})

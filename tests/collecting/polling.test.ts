import { expect, it } from 'vitest'
import { LookupError } from '../../src/fetching/lookup.ts'
import { addFeed, listFeeds, makeFeedsDue } from '../../src/store/feeds.ts'
import { aCollector } from '../helpers/collector.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { rss } from '../helpers/feeds.ts'
import { inWords } from '../helpers/in-words.ts'
import { startWebServer } from '../helpers/web-server.ts'

/** A collector whose clock the test moves, with one feed at /rss. */
async function aPolledFeed() {
  const db = await aDatabase()
  const web = await startWebServer()
  let now = noon
  const collector = aCollector({
    db,
    now: () => now,
    allowPrivateAddresses: ['127.0.0.1', 'localhost'],
  })
  const url = `${web.origin}/rss`
  web.answer('/rss', rss('Post', [{ title: 'One', link: `${web.origin}/1` }]))
  await collector.addFeed({ address: url, kind: 'news' })
  await collector.readFeeds()
  return {
    db,
    web,
    url,
    collector,
    feed: async () => (await listFeeds(db))[0],
    /** Reads the feed again when so many hours have passed. */
    async readAfter(hours: number) {
      now = now.add({ hours })
      await makeFeedsDue(db, now)
      return collector.readFeeds()
    },
  }
}

it('does not parse again what has not changed', async () => {
  const { readAfter, feed } = await aPolledFeed()
  expect(await readAfter(1)).toMatchObject({ read: 0, unchanged: 1 })
  expect((await feed())?.bodyHash).toMatch(/^[0-9a-f]{64}$/)
})

it('learns the title of a feed that was added without one', async () => {
  const { db, web, readAfter } = await aPolledFeed()
  web.answer('/nameless', rss('Tide Tables', [{ title: 'One', link: `${web.origin}/2` }]))
  const url = `${web.origin}/nameless`
  await addFeed(db, { url, title: new URL(url).hostname, kind: 'news' }, noon)
  web.answer('/rss', rss('Post, renamed', [{ title: 'Two', link: `${web.origin}/3` }]))
  await readAfter(1)
  expect((await listFeeds(db)).map(({ title }) => title)).toEqual(['Post', 'Tide Tables'])
})

it('asks in full once a day, and then always where ETag stands still while the content changes', async () => {
  const { web, readAfter, feed, url } = await aPolledFeed()
  let body = rss('Post', [{ title: 'One', link: `${url}/1` }])
  web.answer('/rss', (request, response) => {
    const asked = request.headers['if-none-match']
    if (asked) response.writeHead(304).end()
    else response.writeHead(200, { etag: '"always"' }).end(body)
  })
  await readAfter(25)
  body = rss('Post', [{ title: 'Two', link: `${url}/2` }])
  expect(await readAfter(1)).toMatchObject({ unchanged: 1, newArticles: 0 })
  expect(await readAfter(24)).toMatchObject({ read: 1, newArticles: 1 })
  expect(await feed()).toMatchObject({ distrustsValidators: true })
  body = rss('Post', [{ title: 'Three', link: `${url}/3` }])
  expect(await readAfter(1)).toMatchObject({ read: 1, newArticles: 1 })
})

it('notices a server that says "not changed" without being asked', async () => {
  const { web, readAfter, feed } = await aPolledFeed()
  web.answer('/rss', (_q, response) => response.writeHead(304).end())
  expect(await readAfter(1)).toMatchObject({ failed: 1 })
  expect(inWords((await feed())?.lastError)).toContain('without being asked')
})

it('lets the whole host rest when it is told to', async () => {
  const { db, web, collector, readAfter } = await aPolledFeed()
  web.answer('/other', rss('Other', []))
  web.answer('/elsewhere', rss('Elsewhere', []))
  await collector.addFeed({ address: `${web.origin}/other`, kind: 'news' })
  const elsewhere = web.origin.replace('127.0.0.1', 'localhost')
  await collector.addFeed({ address: `${elsewhere}/elsewhere`, kind: 'news' })
  web.answer('/rss', (_q, response) => response.writeHead(429, { 'retry-after': '7200' }).end())
  await readAfter(1)
  const due = new Map(
    (await listFeeds(db)).map((feed) => [feed.title, feed.nextDueAt.since(noon).total('hours')]),
  )
  expect(due.get('Post')).toBe(3)
  expect(due.get('Other')).toBe(3)
  expect(due.get('Elsewhere')).toBeLessThan(3)
})

it('asks one host for no more than two things at once', async () => {
  const { db, web, collector } = await aPolledFeed()
  let open = 0
  let most = 0
  for (let i = 0; i < 8; i++) {
    web.answer(`/${i}`, rss(`Feed ${i}`, []))
    await collector.addFeed({ address: `${web.origin}/${i}`, kind: 'news' })
    web.answer(`/${i}`, (_q, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.writeHead(200).end(rss(`Feed ${i}`, []))
      }, 20)
    })
  }
  await makeFeedsDue(db, noon)
  await collector.readFeeds()
  expect(most).toBe(2)
})

it('does not let each feed of a host that is not there wait for it', async () => {
  const db = await aDatabase()
  let lookups = 0
  const lookup = async (host: string) => {
    lookups++
    throw new LookupError('ENOTFOUND', host)
  }
  const collector = aCollector({ db, now: () => noon, allowPrivateAddresses: [], lookup })
  for (let i = 0; i < 8; i++) {
    await addFeed(db, { url: `http://gone.example/${i}`, title: `${i}`, kind: 'news' }, noon)
  }
  expect(await collector.readFeeds()).toMatchObject({ failed: 8 })
  expect(lookups).toBeLessThan(4)
  for (const { lastError } of await listFeeds(db)) {
    expect(inWords(lastError)).toBe('there is no server of that name')
  }
})

it('gives up a feed that is gone, and takes it up again when it is back on /refresh', async () => {
  const { web, readAfter, feed, collector } = await aPolledFeed()
  web.answer('/rss', (_q, response) => response.writeHead(410).end())
  await readAfter(1)
  expect(inWords(await feed())).toMatchObject({
    lastError: expect.stringContaining('for good (410)'),
  })
  expect((await feed())?.stoppedAt).not.toBeNull()
  expect(await collector.readFeeds()).toMatchObject({ read: 0, failed: 0 })
  web.answer('/rss', rss('Post', [{ title: 'Back', link: `${web.origin}/back` }]))
  expect(await readAfter(48)).toMatchObject({ read: 1, newArticles: 1 })
  expect(await feed()).toMatchObject({ stoppedAt: null, lastError: null, failures: 0 })
})

it('takes over the address of a permanent redirect that has held for 3 days', async () => {
  const { web, readAfter, feed, url } = await aPolledFeed()
  web.answer('/rss', (_q, response) =>
    response.writeHead(301, { location: '/new?utm_source=old#top' }).end(),
  )
  for (const path of ['/new?utm_source=old', '/new']) web.answer(path, rss('Post', []))
  await readAfter(1)
  await readAfter(24)
  expect(await feed()).toMatchObject({ url, moved: { to: `${web.origin}/new` } })
  await readAfter(48)
  expect(inWords(await feed())).toMatchObject({
    url: `${web.origin}/new`,
    moved: null,
    notice: expect.stringContaining(url),
  })
})

it('gives up a feed that has moved to where another one is', async () => {
  const { db, web, readAfter, collector, url } = await aPolledFeed()
  web.answer('/new', rss('New Post', []))
  await collector.addFeed({ address: `${web.origin}/new`, kind: 'news' })
  web.answer('/rss', (_q, response) => response.writeHead(308, { location: '/new' }).end())
  await readAfter(1)
  await readAfter(72)
  const old = (await listFeeds(db)).find((candidate) => candidate.url === url)
  expect(old?.stoppedAt).not.toBeNull()
  expect(inWords(old?.lastError)).toContain('which is here already')
})

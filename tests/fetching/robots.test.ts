import { describe, expect, it, onTestFinished } from 'vitest'
import { createCollector } from '../../src/collecting/collector.ts'
import { encodeReason } from '../../src/domain/reason.ts'
import { readRobotsRules } from '../../src/fetching/robots-rules.ts'
import { createWeb } from '../../src/fetching/web.ts'
import { createLog } from '../../src/lib/log.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { page } from '../helpers/feeds.ts'
import { startWebServer } from '../helpers/web-server.ts'

function anOutlet(respectRobots = true) {
  const web = createWeb(['127.0.0.1'], { respectRobots })
  onTestFinished(() => web.close())
  return web
}

const disallowed = {
  kind: 'disallowed',
  reason: { code: 'robots-disallow' },
} as const

describe('a robots.txt', () => {
  it.each([
    ['User-agent: *\nDisallow: /private', '/private/1', false],
    ['User-agent: *\nDisallow: /private', '/public', true],
    ['User-agent: *\nDisallow:', '/', true],
    ['User-agent: *\nDisallow: /\nUser-agent: Courant\nAllow: /', '/1', true],
    ['User-agent: courant/2.0\nDisallow: /', '/1', false],
    ['User-agent: other\nUser-agent: COURANT # us\nDisallow: /', '/1', false],
    ['User-agent: courantbot\nDisallow: /', '/1', true],
    ['User-agent: other\nDisallow: /', '/1', true],
    ['User-agent: Courant\nDisallow: /a\n\nUser-agent: Courant\nDisallow: /b', '/b', false],
    ['User-agent: *\nCrawl-delay: 9\nSitemap: /s.xml\nDisallow: /a', '/a', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['User-agent: *\nDisallow: /a*b*c', '/a1b2c3', false],
    ['User-agent: *\nDisallow: /a*b*c', '/a1c2b3', true],
    ['User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
    ['User-agent: *\nDisallow: /$', '/', false],
    ['User-agent: *\nDisallow: /$', '/1', true],
    ['User-agent: *\nDisallow: /новини', '/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1', false],
    ['User-agent: *\nDisallow: /%7euser', '/~user/', false],
    ['\ufeffuser-agent:*\r\ndisallow:/a\r\n', '/a', false],
    ['<html><body>Not found</body></html>', '/', true],
  ])('of %j lets %s be read: %s', (text, path, isAllowed) => {
    expect(readRobotsRules(text, 'Courant').allows(path)).toBe(isAllowed)
  })

  it.each([
    ['names without end', 'User-agent: a\n'.repeat(18_000) + 'Disallow: /a\n'.repeat(20_000)],
    ['stars without end', `User-agent: *\n${'Disallow: /*aab\n'.repeat(40_000)}`],
    ['one line', `User-agent: *\nDisallow: ${' '.repeat(600_000)}x`],
  ])('is read in little time: %s', (_what, text) => {
    const start = performance.now()
    readRobotsRules(text, 'Courant').allows(`/${'a'.repeat(2000)}`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a page', () => {
  it('is not read where its site asks robots not to, and robots.txt is asked for once', async () => {
    const web = await startWebServer()
    web.answer('/robots.txt', 'User-agent: *\nDisallow: /private/', 'text/plain')
    web.answer('/private/1', 'secret')
    web.answer('/public', 'public')
    const { fetchPage } = anOutlet()
    expect(await fetchPage(`${web.origin}/private/1`)).toEqual(disallowed)
    expect(await fetchPage(`${web.origin}/public`)).toMatchObject({ kind: 'body' })
    expect(web.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/public'])
  })

  it('is not read behind a redirect to such a site either', async () => {
    const web = await startWebServer()
    const other = await startWebServer()
    web.answer('/1', (_q, response) =>
      response.writeHead(302, { location: `${other.origin}/1` }).end(),
    )
    other.answer('/robots.txt', 'User-agent: courant\nDisallow: /', 'text/plain')
    other.answer('/1', 'secret')
    expect(await anOutlet().fetchPage(`${web.origin}/1`)).toEqual(disallowed)
    expect(other.requests.map(({ url }) => url)).toEqual(['/robots.txt'])
  })

  it.each([
    [404, 'body'],
    [403, 'body'],
    [500, 'failed'],
    [503, 'failed'],
  ])('whose robots.txt answers %i: %s', async (status, kind) => {
    const web = await startWebServer()
    web.answer('/robots.txt', (_q, response) => response.writeHead(status).end())
    web.answer('/1', 'page')
    expect(await anOutlet().fetchPage(`${web.origin}/1`)).toMatchObject({ kind })
  })

  it('is judged by what has come of a robots.txt that has no end', async () => {
    const web = await startWebServer()
    web.answer('/robots.txt', (_q, response) => {
      response.write('User-agent: *\nDisallow: /private\nDisallow: /')
      const timer = setInterval(() => response.write('private-too'.repeat(20_000)), 5)
      response.once('close', () => clearInterval(timer))
    })
    web.answer('/1', 'page')
    const { fetchPage } = anOutlet()
    expect(await fetchPage(`${web.origin}/1`)).toMatchObject({ kind: 'body' })
    expect(await fetchPage(`${web.origin}/private`)).toEqual(disallowed)
  })

  it('is read all the same when robots.txt is not respected, and a feed is never asked about', async () => {
    const web = await startWebServer()
    web.answer('/robots.txt', 'User-agent: *\nDisallow: /', 'text/plain')
    web.answer('/1', 'page')
    expect(await anOutlet(false).fetchPage(`${web.origin}/1`)).toMatchObject({ kind: 'body' })
    expect(await anOutlet().fetchFeed(`${web.origin}/1`)).toMatchObject({ kind: 'body' })
    expect(web.requests.map(({ url }) => url)).toEqual(['/1', '/1'])
  })

  it('that may not be read leaves its article the words of the feed, and says why', async () => {
    const db = await aDatabase()
    const web = await startWebServer()
    web.answer('/robots.txt', 'User-agent: *\nDisallow: /', 'text/plain')
    web.answer('/1', page('Bridge opens', []), 'text/html')
    await addNews(db, [
      {
        title: 'Bridge opens',
        url: `${web.origin}/1`,
        summary: { text: 'At last.', origin: 'feed' },
      },
    ])
    expect(await readPages(db)).toEqual({ read: 0, failed: 1 })
    const article = await db
      .selectFrom('article')
      .select(['summary', 'page_state', 'page_error'])
      .executeTakeFirst()
    expect(article).toEqual({
      summary: 'At last.',
      page_state: 'failed',
      page_error: encodeReason(disallowed.reason),
    })
  })
})

function readPages(db: Database) {
  const collector = createCollector({
    db,
    now: () => noon,
    log: createLog('silent'),
    workers: 1,
    allowPrivateAddresses: ['127.0.0.1'],
  })
  onTestFinished(() => collector.close())
  return collector.readPages(noon.subtract({ hours: 1 }))
}

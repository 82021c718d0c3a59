import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { startApp } from '../../src/app.ts'
import { createFeedReader } from '../../src/collecting/feed-reader.ts'
import { readDueFeeds } from '../../src/collecting/read-feeds.ts'
import { readWaitingPages } from '../../src/collecting/read-pages.ts'
import type { Fetch } from '../../src/fetching/http.ts'
import { createLog } from '../../src/lib/log.ts'
import { addFeed, dueFeeds } from '../../src/store/feeds.ts'
import { waitingPages } from '../../src/store/pages.ts'
import type { Database } from '../../src/store/tables.ts'
import { aConfig } from '../helpers/app.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { page, rss } from '../helpers/feeds.ts'
import { aTelegram, token } from '../helpers/telegram.ts'
import { startWebServer } from '../helpers/web-server.ts'

const since = noon.subtract({ hours: 72 })
const paragraph =
  'The harbour bridge opened on Friday after two years of work. Hundreds of people walked across it in the rain, and the mayor walked first.'

/** A way out where hosts of `evil` take their time, and all is seen that was asked for. */
function aSlowWeb(slowMs: number) {
  const asked: string[] = []
  let slow = 0
  let mostSlow = 0
  const fetch: Fetch = async (url) => {
    asked.push(url)
    if (url.includes('evil')) {
      mostSlow = Math.max(mostSlow, ++slow)
      await sleep(slowMs)
      slow--
      return { kind: 'failed', reason: { code: 'body-too-slow' } }
    }
    const body = url.endsWith('/rss')
      ? rss('Harbour Post', [])
      : page('Bridge opens', [paragraph, paragraph, paragraph])
    const contentType = url.endsWith('/rss') ? 'text/xml' : 'text/html'
    const none = { movedTo: null, maxAgeSeconds: null }
    const validators = { etag: null, lastModified: null }
    return { kind: 'body', url, contentType, bytes: Buffer.from(body), validators, ...none }
  }
  return { fetch, asked, mostSlow: () => mostSlow }
}

const evilPages = (count: number, name: string) =>
  Array.from({ length: count }, (_, i) => ({
    title: `${name} ${i}`,
    url: `http://h${i}.evil-${name}-${i}.example/`,
    publishedAt: noon.add({ hours: 20 }),
  }))
const honestPages = ['one', 'two', 'three'].map((title) => ({
  title,
  url: `http://honest.example/${title}`,
}))

async function readPages(db: Database, fetchPage: Fetch, roundMs: number) {
  const reason = { code: 'no-article' } as const
  const outcome = { kind: 'unreadable', reason, wall: null, teaser: null } as const
  const parts = {
    db,
    fetchPage,
    reader: { read: async () => outcome, close: async () => {} },
    now: () => noon,
    log: createLog('silent'),
    signal: new AbortController().signal,
    roundMs,
  }
  await readWaitingPages(parts, since)
  return waitingPages(db, since, noon, 2000)
}

it('reads the pages of a feed while those of another, a thousand and newer, are slow', async () => {
  const db = await aDatabase()
  await addNews(db, evilPages(1000, 'feed'), { url: 'http://evil.example/rss' })
  await addNews(db, honestPages, { url: 'http://honest.example/rss' })
  const { fetch, asked, mostSlow } = aSlowWeb(150)
  const left = await readPages(db, fetch, 1000)
  expect(asked.slice(0, 8).filter((url) => url.includes('honest'))).toHaveLength(3)
  expect(mostSlow()).toBe(2)
  // What the round did not reach waits for the next.
  expect(left).toHaveLength(1003 - asked.length)
  expect(asked.length).toBeLessThan(50)
})

it('reads them while many feeds of one domain are slow', async () => {
  const db = await aDatabase()
  for (let i = 0; i < 30; i++) {
    const url = `http://h${i}.evil.example/rss`
    await addNews(db, evilPages(20, `feed-${i}`), { url })
  }
  await addNews(db, honestPages, { url: 'http://honest.example/rss' })
  const { fetch, asked } = aSlowWeb(100)
  await readPages(db, fetch, 300)
  expect(asked.slice(0, 20).filter((url) => url.includes('honest'))).toHaveLength(3)
})

it('reads feeds while those of one domain are slow, and ends the round', async () => {
  const db = await aDatabase()
  for (let i = 0; i < 100; i++) {
    await addFeed(db, { url: `http://h${i}.evil.example/rss`, title: `${i}`, kind: 'news' }, noon)
  }
  await addFeed(db, { url: 'http://honest.example/rss', title: 'Honest', kind: 'news' }, noon)
  const { fetch, asked, mostSlow } = aSlowWeb(200)
  const reader = createFeedReader(1, () => noon)
  onTestFinished(() => reader.close())
  const report = await readDueFeeds({
    db,
    fetchFeed: fetch,
    reader,
    now: () => noon,
    log: createLog('silent'),
    signal: new AbortController().signal,
    checkpoints: undefined,
    roundMs: 500,
  })
  expect(report.read).toBe(1)
  expect(asked.slice(0, 10)).toContain('http://honest.example/rss')
  expect(mostSlow()).toBe(6)
  expect(report.failed).toBeLessThan(40)
  expect(await dueFeeds(db, noon)).toHaveLength(100 - report.failed)
})

it("tells an honest feed's stories while another feed's pages trickle", async () => {
  const { apiRoot } = await aTelegram([1, 2])
  const web = await startWebServer()
  const { port } = new URL(web.origin)
  const ahead = new Date(Date.now() + 20 * 3_600_000).toUTCString()
  const evil = Array.from({ length: 300 }, (_, i) => {
    web.answer(`/evil/${i}`, (_q, response) => {
      const timer = setInterval(() => response.write('x'), 500)
      response.once('close', () => clearInterval(timer))
    })
    const link = `http://h${i}.localhost:${port}/evil/${i}`
    return { title: `Evil headline ${i}`, link, date: ahead }
  })
  web.answer('/evil.rss', rss('Evil', evil))
  web.answer('/good', page('Bridge opens', [paragraph, paragraph, paragraph]), 'text/html')
  web.answer('/good.rss', rss('Good', [{ title: 'Bridge opens', link: `${web.origin}/good` }]))
  const app = await startApp(aConfig(), {
    token,
    apiRoot,
    adminIds: [2],
    allowPrivateAddresses: ['127.0.0.1'],
    sampleFeeds: [
      { url: `${web.origin}/evil.rss`, kind: 'news' },
      { url: `${web.origin}/good.rss`, kind: 'news' },
    ],
  })
  onTestFinished(app.stop)
  const good = () =>
    app.db
      .selectFrom('article')
      .select(['page_state', 'story_id'])
      .where('title', '=', 'Bridge opens')
      .executeTakeFirst()
  await expect
    .poll(good, { timeout: 30_000, interval: 200 })
    .toEqual({ page_state: 'read', story_id: expect.any(Number) })
})

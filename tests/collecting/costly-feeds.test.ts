import { expect, it, onTestFinished } from 'vitest'
import { createFeedReader } from '../../src/collecting/feed-reader.ts'
import { readDueFeeds } from '../../src/collecting/read-feeds.ts'
import { createWeb } from '../../src/fetching/web.ts'
import { createLog } from '../../src/lib/log.ts'
import { addFeed, listFeeds, makeFeedsDue } from '../../src/store/feeds.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { rss } from '../helpers/feeds.ts'
import { inWords } from '../helpers/in-words.ts'
import { startWebServer } from '../helpers/web-server.ts'

const costly = (edition: string) =>
  `<rss><channel><title>${edition}</title><item>${'<a x="y">z</a>'.repeat(450_000)}</item></channel></rss>`

it('rests a feed that costs too much to read, and reads no body of it twice', async () => {
  const db = await aDatabase()
  const site = await startWebServer()
  const web = createWeb(['127.0.0.1'])
  let now = noon
  const limited = createFeedReader(1, () => now, { memoryMb: 40 })
  let readings = 0
  const reader: typeof limited = {
    ...limited,
    readArticles(...asked) {
      readings++
      return limited.readArticles(...asked)
    },
  }
  onTestFinished(async () => {
    await reader.close()
    await web.close()
  })
  const pollDue = () =>
    readDueFeeds({
      db,
      fetchFeed: web.fetchFeed,
      reader,
      now: () => now,
      log: createLog('silent'),
      signal: new AbortController().signal,
      checkpoints: undefined,
    })
  const feed = async (title: string) => (await listFeeds(db)).find((one) => one.title === title)
  for (const title of ['evil', 'honest', 'small']) {
    await addFeed(db, { url: `${site.origin}/${title}`, title }, now)
    site.answer(`/${title}`, rss(title, [{ title: 'One', link: `${site.origin}/${title}/1` }]))
  }
  site.answer('/evil', costly('first'))

  expect(await pollDue()).toMatchObject({ read: 2, failed: 1, newArticles: 2 })
  expect(inWords(await feed('evil'))).toMatchObject({
    failures: 1,
    lastError: 'it took more than 40 MB of memory to read',
    costlyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await feed('honest')).toMatchObject({ failures: 0, costlyHash: null })

  const first = (await feed('evil'))?.nextDueAt.since(now).total('minutes') ?? 0
  now = now.add({ minutes: Math.ceil(first) })
  readings = 0
  await pollDue()
  expect(readings).toBe(0)
  const evil = await feed('evil')
  expect(inWords(evil)).toMatchObject({
    failures: 2,
    lastError: 'it took too long or too much memory to read, and has not changed since',
  })
  expect(evil?.nextDueAt.since(now).total('minutes')).toBeGreaterThan(1.5 * first)

  site.answer('/evil', costly('second'))
  now = now.add({ hours: 24 })
  expect(await pollDue()).toMatchObject({ failed: 1 })
  expect(inWords(await feed('evil'))).toMatchObject({
    failures: 3,
    lastError: 'it took more than 40 MB of memory to read',
  })
  site.answer('/evil', rss('evil', [{ title: 'Two', link: `${site.origin}/evil/2` }]))
  now = now.add({ hours: 24 })
  expect(await pollDue()).toMatchObject({ failed: 0, newArticles: 1 })
  expect(await feed('evil')).toMatchObject({ failures: 0, lastError: null, costlyHash: null })
})

it('tries a feed that costs too much again when an admin wants all feeds read', async () => {
  const db = await aDatabase()
  const { feed } = await addFeed(db, { url: 'https://news.example/rss', title: 'Post' }, noon)
  await db.updateTable('feed').set({ costly_hash: 'a' }).where('id', '=', feed.id).execute()
  await makeFeedsDue(db, noon)
  expect((await listFeeds(db))[0]?.costlyHash).toBeNull()
})

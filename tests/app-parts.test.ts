import { expect, it, onTestFinished } from 'vitest'
import { startApp } from '../src/app.ts'
import { createLog } from '../src/lib/log.ts'
import { aConfig } from './helpers/app.ts'
import { rss } from './helpers/feeds.ts'
import { aTelegram, token } from './helpers/telegram.ts'
import { startWebServer } from './helpers/web-server.ts'

it('runs with parts that are given from outside in place of its own', async () => {
  const { apiRoot } = await aTelegram([1])
  const web = await startWebServer()
  web.answer('/rss', rss('Harbour Post', [{ title: 'Bridge opens', link: `${web.origin}/a` }]))
  const lines: string[] = []
  const now = () => Temporal.Instant.from('2027-03-04T12:00:00Z')
  const app = await startApp(
    aConfig({ RESPECT_ROBOTS: 'false' }),
    {
      token,
      apiRoot,
      adminIds: [],
      allowPrivateAddresses: ['127.0.0.1'],
      sampleFeeds: [{ url: `${web.origin}/rss`, kind: 'news' }],
    },
    { now, log: createLog('info', (line) => lines.push(line)) },
  )
  onTestFinished(app.stop)
  await app.firstNews
  expect(lines.join()).toContain('"newArticles":1')
  const [article] = await app.db.selectFrom('article').select('first_seen_at').execute()
  expect(article?.first_seen_at).toBe(now().epochMilliseconds)
})

import { expect, it } from 'vitest'
import { createRounds } from '../../src/collecting/rounds.ts'
import { createBackground } from '../../src/lib/background.ts'
import { createLog } from '../../src/lib/log.ts'
import { aCollector } from '../helpers/collector.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { page, rss } from '../helpers/feeds.ts'
import { titlesFound } from '../helpers/search.ts'
import { startWebServer } from '../helpers/web-server.ts'

it('lets the words of pages be found in all their forms at the end of the round that read them', async () => {
  const db = await aDatabase()
  const web = await startWebServer()
  const title = 'Naïve Zürich'
  const link = `${web.origin}/1`
  web.answer('/rss', rss('Example', [{ title, link, date: 'Fri, 14 Jun 2024 11:00:00 GMT' }]))
  const text = 'The jury praised the naive optimism of the plan to plant a tree in every street.'
  web.answer('/1', page(title, [text, `${text} It was not alone.`]), 'text/html; charset=utf-8')
  const base = { db, now: () => noon, log: createLog('silent') }
  const collector = aCollector(base)
  await collector.addFeed({ address: `${web.origin}/rss`, kind: 'news' })
  const background = createBackground(base.log)
  const rounds = createRounds({ ...base, collector, background, improveSummaries: async () => {} })
  await rounds.collect()
  expect(await titlesFound(db, 'naive')).toEqual([title])
})

// Runs in a process of its own, one run each, so that no run's memory or caches are another's.

import dns from 'node:dns'
import { mkdtemp, rm } from 'node:fs/promises'
import type { LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import pLimit from 'p-limit'
import RssParser from 'rss-parser'
import { Agent, request } from 'undici'
import { createCollector } from '../../src/collecting/collector.ts'
import type { FeedsReport } from '../../src/collecting/read-feeds.ts'
import type { Validators } from '../../src/domain/feed.ts'
import { ReasonError } from '../../src/domain/reason.ts'
import type { Lookup } from '../../src/fetching/lookup.ts'
import { createWeb } from '../../src/fetching/web.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed, makeFeedsDue } from '../../src/store/feeds.ts'
import { createCheckpoints } from '../../src/store/sqlite/checkpoints.ts'

export type Run = 'floor' | 'loop' | 'ours'
export type RunResult = { coldS: number; warmS: number | null; peakRssMb: number }

const feedCount = 1000
const itemsPerFeed = 30
const atOnce = 32

const [run = '', port = '', distance = ''] = process.argv.slice(2)
// Each feed has a host of its own, as feeds have; all of them lead to this machine.
const urls = Array.from(
  { length: feedCount },
  (_, i) => `http://feed-${i}.example:${port}/${distance}/${i}`,
)
const here = ['127.0.0.1']
const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }]
const peersLookup: LookupFunction = (_host, options, done) => dns.lookup('127.0.0.1', options, done)
const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const runs: Record<string, () => Promise<Omit<RunResult, 'peakRssMb'>>> = {
  /** Only fetches the same bytes, through the same guarded way out. */
  async floor() {
    const known = new Map<string, Validators>()
    const fetchAll = async () => {
      const web = createWeb(here, { lookup })
      const seconds = await timed(() =>
        pLimit(atOnce).map(urls, async (url) => {
          const outcome = await web.fetchFeed(url, known.get(url))
          if (outcome.kind === 'body') known.set(url, outcome.validators)
          else if (outcome.kind !== 'not-modified') throw new ReasonError(outcome.reason)
        }),
      )
      await web.close()
      return seconds
    }
    return { coldS: await fetchAll(), warmS: await fetchAll() }
  },

  /** What one would write in an afternoon: undici, rss-parser, and an insert for each item. */
  async loop() {
    const agent = new Agent({ connect: { lookup: peersLookup } })
    const parser = new RssParser()
    const db = new SQLite(path.join(folder, 'loop.db'))
    db.pragma('journal_mode = WAL')
    db.exec('create table item (url text primary key, title text, published text, body text)')
    const insert = db.prepare('insert or ignore into item values (?, ?, ?, ?)')
    const coldS = await timed(() =>
      pLimit(atOnce).map(urls, async (url) => {
        const response = await request(url, { dispatcher: agent })
        const feed = await parser.parseString(await response.body.text())
        db.transaction(() => {
          for (const item of feed.items) {
            insert.run(item.link, item.title, item.isoDate, item.content)
          }
        })()
      }),
    )
    db.close()
    await agent.destroy()
    return { coldS, warmS: null }
  },

  /** The production path. */
  async ours() {
    const file = path.join(folder, 'bench.db')
    const db = await openDatabase(file)
    const checkpoints = createCheckpoints(db, file)
    const now = Temporal.Now.instant
    const log = createLog('warn')
    for (const url of urls) await addFeed(db, { url, title: url, kind: 'news' }, now())
    const options = {
      db,
      now,
      log,
      workers: 2,
      allowPrivateAddresses: here,
      lookup,
      checkpoints,
    }
    // Polls lie minutes apart: no connection is left from the one before.
    const readFeeds = async () => {
      const collector = createCollector(options)
      let report: FeedsReport | undefined
      const seconds = await timed(async () => {
        report = await collector.readFeeds()
      })
      await collector.close()
      return { seconds, report }
    }
    const cold = await readFeeds()
    if (cold.report?.newArticles !== feedCount * itemsPerFeed) throw new Error('not all was read')
    await makeFeedsDue(db, now())
    const warm = await readFeeds()
    if (warm.report?.unchanged !== feedCount) throw new Error('feeds were not known')
    await checkpoints.close()
    await db.destroy()
    const coldS = cold.seconds
    const warmS = warm.seconds
    return { coldS, warmS }
  },
}

const result = await runs[run]?.()
process.send?.({ ...result, peakRssMb: process.resourceUsage().maxRSS / 1024 })
await rm(folder, { recursive: true })
process.disconnect?.()

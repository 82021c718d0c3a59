import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import { createWeb } from '../src/collector.ts'
import type { Validators } from '../src/domain/feed.ts'
import { readDueFeeds } from '../src/jobs/read-feeds.ts'
import { createLog } from '../src/log.ts'
import { openDatabase } from '../src/store/database.ts'
import { addFeed, makeFeedsDue } from '../src/store/feeds.ts'
import { atMost, type Row } from './report.ts'

const feedCount = 1000
const itemsPerFeed = 30

/**
 * Polls 1,000 local feeds of 30 items, all new (cold) and all unchanged (warm), each beside a floor
 * that only fetches the same bytes through the same guarded way out.
 */
export async function poll(): Promise<Row[]> {
  const server = new Worker(new URL('./feed-server.ts', import.meta.url), {
    workerData: { items: itemsPerFeed },
  })
  const port = await new Promise<number>((done) => server.once('message', done))
  const urls = Array.from({ length: feedCount }, (_, i) => `http://127.0.0.1:${port}/${i}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
  const web = createWeb(['127.0.0.1'])
  try {
    // Once unmeasured, so that the server has made its feeds.
    await fetchAll(web.fetchFeed, urls)
    const known = new Map<string, Validators>()
    const coldFloor = await timed(() => fetchAll(web.fetchFeed, urls, known))
    const warmFloor = await timed(() => fetchAll(web.fetchFeed, urls, known, { conditional: true }))

    const db = await openDatabase(path.join(folder, 'bench.db'))
    const now = Temporal.Now.instant
    for (const url of urls) await addFeed(db, { url, title: url, kind: 'news' }, now())
    const { signal } = new AbortController()
    const round = () =>
      readDueFeeds({ db, fetchFeed: web.fetchFeed, now, log: createLog('warn'), signal })
    const cold = await timed(async () => {
      const report = await round()
      if (report.newArticles !== feedCount * itemsPerFeed) throw new Error('feeds were not read')
    })
    await makeFeedsDue(db, now())
    const warm = await timed(async () => {
      const report = await round()
      if (report.unchanged !== feedCount) throw new Error('feeds were not known')
    })
    await db.destroy()
    return [
      atMost('cold: 1,000 feeds read and stored (s)', cold, coldFloor, 2.3),
      atMost('warm: 1,000 feeds unchanged (s)', warm, warmFloor, 1.15),
    ]
  } finally {
    await web.close()
    await server.terminate()
    await rm(folder, { recursive: true })
  }
}

async function fetchAll(
  fetch: ReturnType<typeof createWeb>['fetchFeed'],
  urls: string[],
  known = new Map<string, Validators>(),
  { conditional } = { conditional: false },
): Promise<void> {
  await pLimit(32).map(urls, async (url) => {
    const outcome = await fetch(url, conditional ? known.get(url) : undefined)
    if (outcome.kind === 'body') known.set(url, outcome.validators)
    if (outcome.kind === 'failed') throw new Error(outcome.reason)
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

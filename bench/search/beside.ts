import { loadDigest } from '../../src/serving/compose-edition.ts'
import { searchArticles } from '../../src/serving/search-articles.ts'
import { createSearchPool } from '../../src/store/sqlite/search-pool.ts'
import type { Database } from '../../src/store/tables.ts'
import { cpuMs, percentile, requestFor } from './ask.ts'
import type { Asked } from './invented.ts'

export type BesideFigures = {
  /** What a search takes of the thread that everybody is served by. */
  ownMs: number
  /** How long what `/latest` composes takes by the clock, p99. */
  latestMs: { under: number; without: number }
}

const searchers = 10
const rounds = 6
const each = 25
const zone = 'Europe/Kyiv'

/** What the bot feels of searches that run in their threads, as it runs them. */
export async function measureBeside(
  db: Database,
  file: string,
  asked: readonly Asked[],
): Promise<BesideFigures> {
  const pool = createSearchPool(db, file)
  const serving = { db, findArticles: pool.find }
  const search = (i: number) => {
    const { typed = '' } = asked[i % asked.length] ?? {}
    const { question, order, offset } = requestFor(typed, 'newest', 0)
    return searchArticles(serving, question, { order, offset, zone })
  }
  const own: number[] = []
  for (let i = 0; i < 2 * asked.length; i++) {
    const start = cpuMs()
    await search(i)
    // The first of each prepares its statements.
    if (i >= asked.length) own.push(cpuMs() - start)
  }
  const under: number[] = []
  const without: number[] = []
  // In turns, as the machine is not always as fast.
  for (let round = 0; round < rounds; round++) {
    let isOn = round % 2 === 1
    const searching = Array.from({ length: isOn ? searchers : 0 }, async (_, i) => {
      for (let at = i; isOn; at++) await search(at)
    })
    for (let i = 0; i < each; i++) {
      const start = performance.now()
      await latest(db)
      ;(isOn ? under : without).push(performance.now() - start)
      await new Promise((done) => setTimeout(done, 20))
    }
    isOn = false
    await Promise.all(searching)
  }
  await pool.close()
  return {
    ownMs: percentile(own, 0.99),
    latestMs: { under: percentile(under, 0.99), without: percentile(without, 0.99) },
  }
}

async function latest(db: Database): Promise<void> {
  const { newest } = await db
    .selectFrom('article')
    .select((e) => e.fn.max('published_at').as('newest'))
    .executeTakeFirstOrThrow()
  const asOf = Temporal.Instant.fromEpochMilliseconds(newest)
  await loadDigest(db, { asOf, days: 2 }, zone)
}

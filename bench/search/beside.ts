import { loadDigest } from '../../src/serving/compose-edition.ts'
import { searchArticles } from '../../src/serving/search-articles.ts'
import { createSearchPool } from '../../src/store/sqlite/search-pool.ts'
import type { Database } from '../../src/store/tables.ts'
import { cpuMs, percentile, requestFor } from './ask.ts'
import type { Asked } from './invented.ts'

export type BesideFigures = {
  /** What a search takes of the thread that everybody is served by. */
  ownMs: number
  /** How long after it was due what `/latest` composes is there, by the clock, p99. */
  latestMs: UnderAndWithout
  /** What this thread computed from its beginning to its end, other answers included, p99. */
  latestCpuMs: UnderAndWithout
}

/** Under ten searchers, and without any. */
type UnderAndWithout = { under: number; without: number }

const searchers = 10
const rounds = 12
const each = 50
const pauseMs = 20
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
  const clock = { under: [] as number[], without: [] as number[] }
  const cpu = { under: [] as number[], without: [] as number[] }
  // In turns, as the machine is not always as fast.
  for (let round = 0; round < rounds; round++) {
    let isOn = round % 2 === 1
    const searching = Array.from({ length: isOn ? searchers : 0 }, async (_, i) => {
      for (let at = i; isOn; at++) await search(at)
    })
    const side = isOn ? 'under' : 'without'
    for (let i = 0; i < each; i++) {
      const due = performance.now() + pauseMs
      await new Promise((done) => setTimeout(done, pauseMs))
      const start = cpuMs()
      await latest(db)
      cpu[side].push(cpuMs() - start)
      clock[side].push(performance.now() - due)
    }
    isOn = false
    await Promise.all(searching)
  }
  await pool.close()
  return {
    ownMs: percentile(own, 0.99),
    latestMs: p99(clock),
    latestCpuMs: p99(cpu),
  }
}

function p99({ under, without }: { under: number[]; without: number[] }): UnderAndWithout {
  return { under: percentile(under, 0.99), without: percentile(without, 0.99) }
}

async function latest(db: Database): Promise<void> {
  const { newest } = await db
    .selectFrom('article')
    .select((e) => e.fn.max('published_at').as('newest'))
    .executeTakeFirstOrThrow()
  const asOf = Temporal.Instant.fromEpochMilliseconds(newest)
  await loadDigest(db, { asOf, days: 2 }, zone)
}

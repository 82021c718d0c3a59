import { letOthersWork } from '../../src/lib/let-others-work.ts'
import { loadDigest } from '../../src/serving/compose-edition.ts'
import { searchArticles } from '../../src/serving/search-articles.ts'
import { createSearchPool } from '../../src/store/sqlite/search-pool.ts'
import type { Database } from '../../src/store/tables.ts'
import { cpuMs, percentile, requestFor } from './ask.ts'
import type { Asked } from './invented.ts'

export type BesideFigures = {
  /** What a search takes of the thread that everybody is served by. */
  ownMs: number
  /** How long after it was due what `/latest` composes is there, by the clock. */
  latestMs: UnderAndWithout
  /** What this thread computed from its beginning to its end, other answers included. */
  latestCpuMs: UnderAndWithout
}

/** The p99 of all rounds under ten searchers, and of those without any. */
type UnderAndWithout = { under: number; without: number; ratio: number }

const searchers = 10
/** Of each side. */
const rounds = 20
const each = 100
const pauseMs = 20
const zone = 'Europe/Kyiv'

/** What the bot feels of searches that run in their threads, as it runs them. */
export async function measureBeside(
  db: Database,
  file: string,
  asked: readonly Asked[],
): Promise<BesideFigures> {
  const pool = createSearchPool(db, file)
  const serving = { findArticles: pool.find }
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
  const clock: Taken = { under: [], without: [] }
  const cpu: Taken = { under: [], without: [] }
  for (let round = 0; round < 2 * rounds; round++) {
    // In turns, and now the one first, now the other, as the machine is not always as fast.
    const side = round % 4 === 1 || round % 4 === 2 ? 'under' : 'without'
    let isOn = side === 'under'
    const searching = Array.from({ length: isOn ? searchers : 0 }, async (_, i) => {
      for (let at = i; isOn; at++) {
        await search(at)
        // The next question comes with an update of its own.
        await letOthersWork()
      }
    })
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
    latestMs: percentilesOf(clock),
    latestCpuMs: percentilesOf(cpu),
  }
}

/** Milliseconds of each of them. */
type Taken = { under: number[]; without: number[] }

function percentilesOf(taken: Taken): UnderAndWithout {
  const under = percentile(taken.under, 0.99)
  const without = percentile(taken.without, 0.99)
  return { under, without, ratio: under / without }
}

async function latest(db: Database): Promise<void> {
  const { newest } = await db
    .selectFrom('article')
    .select((e) => e.fn.max('published_at').as('newest'))
    .executeTakeFirstOrThrow()
  const asOf = Temporal.Instant.fromEpochMilliseconds(newest)
  await loadDigest(db, { asOf, days: 2 }, zone)
}

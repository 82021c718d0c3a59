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

/**
 * The median p99 of the rounds under ten searchers, and of those without any; `ratio` is the median of each
 * round's to that of the one beside it. A moment in which the machine did something else counts once.
 */
type UnderAndWithout = { under: number; without: number; ratio: number }

const searchers = 10
/** Of each side. */
const rounds = 15
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
  const clock: Rounds = { under: [], without: [] }
  const cpu: Rounds = { under: [], without: [] }
  for (let round = 0; round < 2 * rounds; round++) {
    // In turns, and now the one first, now the other, as the machine is not always as fast.
    const side = round % 4 === 1 || round % 4 === 2 ? 'under' : 'without'
    let isOn = side === 'under'
    const searching = Array.from({ length: isOn ? searchers : 0 }, async (_, i) => {
      for (let at = i; isOn; at++) await search(at)
    })
    const taken = { clock: [] as number[], cpu: [] as number[] }
    for (let i = 0; i < each; i++) {
      const due = performance.now() + pauseMs
      await new Promise((done) => setTimeout(done, pauseMs))
      const start = cpuMs()
      await latest(db)
      taken.cpu.push(cpuMs() - start)
      taken.clock.push(performance.now() - due)
    }
    isOn = false
    await Promise.all(searching)
    clock[side].push(percentile(taken.clock, 0.99))
    cpu[side].push(percentile(taken.cpu, 0.99))
  }
  await pool.close()
  return {
    ownMs: percentile(own, 0.99),
    latestMs: medians(clock),
    latestCpuMs: medians(cpu),
  }
}

/** The p99 of each round. */
type Rounds = { under: number[]; without: number[] }

function medians({ under, without }: Rounds): UnderAndWithout {
  const ratios = under.map((ms, i) => ms / (without[i] ?? Number.NaN))
  return {
    under: percentile(under, 0.5),
    without: percentile(without, 0.5),
    ratio: percentile(ratios, 0.5),
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

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerOf, startChild } from '../child.ts'
import { median, type Row } from '../report.ts'

/** What planning cost: the time, that until the first were planned, and the most memory of the process. */
export type Answer = {
  planned: number
  editions: number
  seconds: number
  cpuSeconds: number
  firstSeconds: number
  megabytes: number
  longestWaitMs: number
}

const few = 1_000
const many = 100_000

/** What it takes to plan digests for subscriptions that are due at once, with 40 distinct preferences. */
export async function plan(): Promise<Row[]> {
  const rounds = [await planFor(few), await planFor(few), await planFor(few)]
  const small = median(rounds.map(({ seconds }) => seconds))
  const large = await planFor(many)
  const growth = large.seconds / small
  return [
    under(`planning for ${large.planned} chats, ${large.editions} editions (s)`, large.seconds, 10),
    under('most memory of that process (MB)', large.megabytes, 300),
    under('longest wait of others meanwhile (ms)', large.longestWaitMs, 250),
    {
      figure: `time for ${many} chats; for ${few} (s)`,
      ours: large.seconds,
      peer: small,
      ratio: growth,
      bar: `at most ${many / few} x`,
      ok: growth <= many / few,
    },
    ...(await ownPapers(2_000, 10_000)),
    ...(await ownPapers(30_000, 10_000)),
    ...(await ownPapers(2_000, many)),
    ...(await ownPapers(30_000, many)),
  ]
}

/** Chats with so many distinct papers among them, of so many headlines of two days. */
async function ownPapers(headlines: number, papers: number): Promise<Row[]> {
  const answer = await planFor(many, headlines, papers)
  const { editions, cpuSeconds, firstSeconds, longestWaitMs, megabytes } = answer
  const perSecond = editions / cpuSeconds
  const of = `${papers} papers, ${headlines} headlines`
  return [
    {
      ...{ figure: `${of}: editions a second of CPU`, ours: perSecond, peer: null, ratio: null },
      ...{ bar: 'at least 1000', ok: perSecond >= 1000 },
    },
    under(`${of}: the first are planned after (s)`, firstSeconds, 5),
    under(`${of}: longest wait of others (ms)`, longestWaitMs, 50),
    under(`${of}: most memory of that process (MB)`, megabytes, 400),
  ]
}

/** Plans once for so many chats, in a database that another process has made. */
export async function planFor(chats: number, headlines = 120, papers = 0): Promise<Answer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
  const run = (step: string) => {
    const args = [path.join(folder, 'bench.db'), step, ...[chats, headlines, papers].map(String)]
    return startChild(new URL('./planner.ts', import.meta.url), args)
  }
  try {
    await answerOf(run('make'))
    const answer = await answerOf<Answer>(run('plan'))
    if (answer.planned !== chats) throw new Error(`${answer.planned} of ${chats} were planned`)
    return answer
  } finally {
    await rm(folder, { recursive: true })
  }
}

function under(figure: string, ours: number, most: number): Row {
  return { figure, ours, peer: null, ratio: ours, bar: `under ${most}`, ok: ours < most }
}

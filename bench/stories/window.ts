import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerOf, startChild } from '../child.ts'
import { median, type Row } from '../report.ts'

/** What assigning costs: processor time of the process, its longest turn, the most memory it held. */
export type Cost = { cpuMs: number; longestTurnMs: number; megabytes: number }

/**
 * What it takes to put articles into stories where 72 hours hold 100,000 of them, in a database in a
 * file. Each step but the quiet minutes has a process of its own.
 */
export async function measureWindow(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
  try {
    const file = path.join(folder, 'bench.db')
    await run(file, 'make')
    const [first] = await run(file, 'first')
    const [restart, ...quiet] = await run(file, 'restart')
    const [, many] = await run(file, 'many')
    if (!first || !restart || !many) throw new Error('a step gave no figures')
    const quietMs = median(quiet.map(({ cpuMs }) => cpuMs))
    const all = [first, restart, many, ...quiet]
    const worst = (of: (cost: Cost) => number) => Math.max(...all.map(of))
    const figure = (name: string) => `100,000 in the window: ${name}`
    return [
      under(figure('the first assigning (s of CPU)'), first.cpuMs / 1000, null),
      under(figure('a minute with nothing new (ms of CPU)'), quietMs, 50),
      under(figure('500 new articles (s of CPU)'), many.cpuMs / 1000, 2),
      under(figure('a restart (s of CPU)'), restart.cpuMs / 1000, 10),
      under(
        figure('longest turn of the event loop (ms of CPU)'),
        worst((cost) => cost.longestTurnMs),
        50,
      ),
      under(
        figure('most memory of the process (MB)'),
        worst((cost) => cost.megabytes),
        400,
      ),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function run(file: string, step: string): Promise<Cost[]> {
  const child = startChild(new URL('./assigning.ts', import.meta.url), [file, step])
  return answerOf<Cost[]>(child)
}

function under(figure: string, ours: number, most: number | null): Row {
  const bar = most === null ? '-' : `under ${most}`
  return { figure, ours, peer: null, ratio: null, bar, ok: most === null || ours < most }
}

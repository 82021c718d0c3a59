import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerOf, startChild } from '../child.ts'
import { bounded, type Row } from '../report.ts'

/**
 * What a page costs: the CPU time of the middle one of many; the longest turn of the event loop for it in 19 of 20, and
 * in all, of which some have to wait for a collection of all garbage.
 */
export type Cost = { cpuMs: number; turnMs: number; longestTurnMs: number }

/** What `/latest` costs after something has changed, where nothing has, and what a review does. */
export type Answer = { changed: Cost; unchanged: Cost; review: Cost }

const headlines = 100_000

/** `/latest` at 100,000 headlines of two days, in a process of its own. */
export async function latest(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
  const run = (step: string) =>
    startChild(new URL('./asker.ts', import.meta.url), [
      path.join(folder, 'bench.db'),
      step,
      String(headlines),
    ])
  try {
    await answerOf(run('make'))
    const { changed, unchanged, review } = await answerOf<Answer>(run('ask'))
    return [
      bounded('/latest after a change (ms of CPU)', changed.cpuMs, 30),
      ...turnsOf('after a change', changed),
      bounded('/latest without one (ms of CPU)', unchanged.cpuMs, 30),
      ...turnsOf('without one', unchanged),
      ...turnsOf('for who was away, after a change', review),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function turnsOf(when: string, { turnMs, longestTurnMs }: Cost): Row[] {
  return [
    bounded(`${when}: longest turn in 19 of 20 (ms)`, turnMs, 20),
    {
      ...{ figure: `${when}: longest of all (ms)`, ours: longestTurnMs, peer: null, ratio: null },
      ...{ bar: '', ok: true },
    },
  ]
}

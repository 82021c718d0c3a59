import { answerOf, startChild } from '../child.ts'
import { atMost, median, type Row } from '../report.ts'
import type { Run, RunResult } from './runs.ts'

const rounds = 5

/**
 * Polls 1,000 local feeds of 30 items and 41 KB, each on a host of its own: all new (cold), all
 * unchanged (warm), and all new from afar (50 ms, packed). Beside it a floor that only fetches the
 * same bytes through the same guarded way out, and a plain loop of undici, rss-parser and inserts.
 */
export async function poll(): Promise<Row[]> {
  const server = startChild(new URL('../feed-server.ts', import.meta.url))
  const port = await answerOf<number>(server)
  try {
    // Once unmeasured, so that the server has made its feeds.
    for (const distance of ['near', 'far']) await measure('floor', port, distance)
    const rows: { near: Record<Run, RunResult>; far: Record<'floor' | 'ours', RunResult> }[] = []
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`round ${round + 1} of ${rounds} …\n`)
      rows.push({
        near: {
          floor: await measure('floor', port, 'near'),
          loop: await measure('loop', port, 'near'),
          ours: await measure('ours', port, 'near'),
        },
        far: {
          floor: await measure('floor', port, 'far'),
          ours: await measure('ours', port, 'far'),
        },
      })
    }
    const of = (value: (row: (typeof rows)[number]) => number | null) =>
      median(rows.map((row) => value(row) ?? Number.NaN))
    const cold = of((row) => row.near.ours.coldS)
    const floor = of((row) => row.near.floor.coldS)
    const loop = of((row) => row.near.loop.coldS)
    const peakRssMb = Math.max(...rows.map((row) => row.near.ours.peakRssMb))
    return [
      atMost('cold, beside fetching alone (s)', cold, floor, 2.3),
      atMost('cold, beside a plain loop (s)', cold, loop, 1),
      atMost(
        'cold from afar, beside fetching alone (s)',
        of((row) => row.far.ours.coldS),
        of((row) => row.far.floor.coldS),
        1.2,
      ),
      atMost(
        'warm, beside fetching alone (s)',
        of((row) => row.near.ours.warmS),
        of((row) => row.near.floor.warmS),
        1.15,
      ),
      {
        figure: 'peak memory with two workers (MB)',
        ours: peakRssMb,
        peer: null,
        ratio: peakRssMb,
        bar: 'under 350',
        ok: peakRssMb < 350,
      },
    ]
  } finally {
    server.disconnect()
  }
}

function measure(run: Run, port: number, distance: string): Promise<RunResult> {
  const args = [run, String(port), distance]
  return answerOf<RunResult>(startChild(new URL('./runs.ts', import.meta.url), args))
}

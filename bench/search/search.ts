import { answerOf, startChild } from '../child.ts'
import type { Row } from '../report.ts'
import type { ArchiveFigures } from './archive.ts'
import { quality } from './quality.ts'

const sizes = [100_000, 1_000_000]
const runs = 100

/**
 * What a search costs in archives of 100,000 and 1,000,000 articles, in milliseconds of its thread, beside
 * plain FTS5 in the same database; what its index costs in time and space; what others feel of searches; and
 * how well questions find their answers. `--data 100000` measures one size alone.
 */
export async function search({ data }: { data: string | undefined }): Promise<Row[]> {
  const rows = await quality()
  for (const size of data ? [Number(data)] : sizes) {
    const child = startChild(new URL('./archive.ts', import.meta.url), [String(size), String(runs)])
    rows.push(...rowsOf(size, await answerOf<ArchiveFigures>(child)))
  }
  return rows
}

function rowsOf(size: number, { indexing, size: bytes, questions, beside }: ArchiveFigures): Row[] {
  const of = `${size.toLocaleString('en')}: `
  const speed = indexing.plain / indexing.ours
  const file = (bytes.articles + bytes.ours) / (bytes.articles + bytes.plain)
  return [
    {
      figure: `${of}CPU to index 1,000 articles (ms)`,
      ours: indexing.ours,
      peer: indexing.plain,
      ratio: speed,
      bar: 'at least 0.7 x as fast',
      ok: speed >= 0.7,
    },
    {
      figure: `${of}articles and index (MB)`,
      ours: (bytes.articles + bytes.ours) / 1e6,
      peer: (bytes.articles + bytes.plain) / 1e6,
      ratio: file,
      bar: 'at most 1.3 x',
      ok: file <= 1.3,
    },
    {
      figure: `${of}index alone (MB)`,
      ours: bytes.ours / 1e6,
      peer: bytes.plain / 1e6,
      ratio: bytes.ours / bytes.plain,
      bar: 'for information',
      ok: true,
    },
    {
      figure: `${of}the bot's own thread for a search, p99 (ms)`,
      ours: beside.ownMs,
      peer: null,
      ratio: null,
      bar: 'under 10',
      ok: beside.ownMs < 10,
    },
    {
      figure: `${of}/latest under ten searchers, p99; without (ms)`,
      ours: beside.latestMs.under,
      peer: beside.latestMs.without,
      ratio: beside.latestMs.ratio,
      bar: 'at most 1.2 x',
      ok: beside.latestMs.ratio <= 1.2,
    },
    {
      figure: `${of}CPU of the bot's thread for it, p99 (ms)`,
      ours: beside.latestCpuMs.under,
      peer: beside.latestCpuMs.without,
      ratio: beside.latestCpuMs.ratio,
      bar: 'for information',
      ok: true,
    },
    ...questions.map(({ name, order, page, ours, plain, total }): Row => {
      const most = order === 'newest' ? 30 : 120
      return {
        figure: `${of}${name}, ${order}, page ${page}, of ${total.toLocaleString('en')}, p99 (ms)`,
        ours: ours.p99,
        peer: plain?.p99 ?? null,
        ratio: plain ? ours.p99 / plain.p99 : null,
        bar: `under ${most}`,
        ok: ours.p99 < most,
      }
    }),
  ]
}

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ChildReport } from './extract-child.ts'
import type { Row } from './report.ts'
import { scoreTexts } from './text-overlap.ts'

type Truth = Record<string, { articleBody: string; url: string }>

/**
 * The articles' text on the pages of `--data`, their number per CPU second, and the peak memory of a
 * process that reads them in two threads; beside Readability by itself with a JSDOM per page.
 */
export async function extract({ data }: { data: string | undefined }): Promise<Row[]> {
  if (!data) throw new Error('extract needs --data DIR with html/*.html.gz and ground-truth.json')
  const truth: Truth = JSON.parse(readFileSync(path.join(data, 'ground-truth.json'), 'utf8'))
  const measure = async (who: 'ours' | 'peer') => {
    const report = await runChild(who, data, truth)
    const pairs = Object.entries(truth).map(([key, { articleBody }]) => ({
      got: report.texts[key] ?? '',
      truth: articleBody,
    }))
    return {
      ...scoreTexts(pairs),
      speed: pairs.length / report.cpuSeconds,
      peakRss: report.peakRss,
    }
  }
  const ours = await measure('ours')
  const peer = await measure('peer')
  return [
    atLeast('F1', ours.f1, peer.f1, 0.975),
    { ...atLeast('precision', ours.precision, peer.precision, 0), bar: '-' },
    atLeast('recall', ours.recall, peer.recall, 0.98),
    {
      ...atLeast('pages per CPU second', ours.speed, peer.speed, 0),
      bar: 'at least 2 x',
      ok: ours.speed >= 2 * peer.speed,
    },
    {
      ...atLeast('peak RSS of the process (MB)', ours.peakRss, peer.peakRss, 0),
      bar: 'under 700',
      ok: ours.peakRss < 700,
    },
  ]
}

function atLeast(figure: string, ours: number, peer: number, least: number): Row {
  return { figure, ours, peer, ratio: ours / peer, bar: `at least ${least}`, ok: ours >= least }
}

async function runChild(who: string, folder: string, truth: Truth): Promise<ChildReport> {
  const script = path.join(import.meta.dirname, 'extract-child.ts')
  const pages = Object.entries(truth).map(([key, { url }]) => `${key} ${url}`)
  const { stdout } = await promisify(execFile)(process.execPath, [script, who, folder, ...pages], {
    maxBuffer: 256 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

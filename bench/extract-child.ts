// One process that reads every page of a folder, ours or the peer's, so that the memory and the CPU
// seconds of the one do not count for the other. Writes one line of JSON.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { createPageReader } from '../src/articles/reader.ts'

export type ChildReport = {
  /** The text of each page by its key. */
  texts: Record<string, string>
  cpuSeconds: number
  /** Peak resident memory in megabytes. */
  peakRss: number
}

type ReadText = (bytes: Uint8Array, url: string) => Promise<string>

const [who, folder = '', ...urls] = process.argv.slice(2)
const pages = urls.map((pair) => {
  const [key = '', url = ''] = pair.split(' ')
  return { key, url }
})
const load = (key: string) => gunzipSync(readFileSync(path.join(folder, 'html', `${key}.html.gz`)))
const threads = 2

if (who === 'ours') {
  const reader = createPageReader(threads)
  await run(async (bytes, url) => {
    const outcome = await reader.read({ bytes, contentType: null, url })
    return (outcome.kind === 'page' ? outcome : outcome.teaser)?.page.text ?? ''
  }, threads)
  await reader.close()
} else {
  await run(async (bytes, url) => {
    const dom = new JSDOM(new TextDecoder().decode(bytes), {
      url,
      virtualConsole: new VirtualConsole(),
    })
    const article = new Readability(dom.window.document).parse()
    dom.window.close()
    return article?.textContent ?? ''
  }, 1)
}

/** Reads the pages `atOnce` at a time; the first of them go before, unmeasured, to load the libraries. */
async function run(readText: ReadText, atOnce: number): Promise<void> {
  const warmUp = pages.slice(0, atOnce)
  await Promise.all(warmUp.map(({ key, url }) => readText(load(key), url)))
  const texts: Record<string, string> = {}
  const before = process.cpuUsage()
  const waiting = [...pages]
  const work = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      texts[page.key] = await readText(load(page.key), page.url)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const { user, system } = process.cpuUsage(before)
  const report: ChildReport = {
    texts,
    cpuSeconds: (user + system) / 1e6,
    peakRss: process.resourceUsage().maxRSS / 1024,
  }
  process.stdout.write(JSON.stringify(report))
}

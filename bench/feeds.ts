import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import type { ParsedFeed } from '../src/domain/feed.ts'
import { parseFeed } from '../src/feeds/formats/parse.ts'
import { decodeText } from '../src/text/decode.ts'
import { plainText } from '../src/text/plain-text.ts'
import { agrees, type Column, columns, type OracleItem } from './feed-columns.ts'
import { type ParsedItem, parsers } from './feed-parsers.ts'
import { atLeast, atMost, type Row } from './report.ts'
import { sampleFeed } from './sample-feed.ts'

type OracleFeed = { file: string; size: number; encoding?: string; items: OracleItem[] }
type EncodingCase = { file: string; contentType: string; title: string }
type MalformedCase = { file: string; check: string }
type Expectation = {
  file: string
  header: string | null
  tests: { p: (string | number)[]; v: unknown }[]
}

const peers = Object.keys(parsers).filter((name) => name !== 'ours')
const address = 'http://127.0.0.1:8097/feed.xml'

/**
 * How much of real, oddly encoded and broken feeds is read, beside other parsers. A field counts where
 * the witness and at least one other parser agree; a feed is right in a column when all its counted
 * fields are. `data` is a folder with feeds/, encodings/ and malformed/.
 */
export async function feeds({ data }: { data: string | undefined }): Promise<Row[]> {
  if (!data) throw new Error('bench feeds needs --data DIR')
  return [
    ...(await measureRealFeeds(data)),
    await measureEncodings(data),
    await measureMalformed(data),
    await measureBases(data),
    ...(await measureCost()),
  ]
}

async function measureRealFeeds(data: string): Promise<Row[]> {
  const oracle = await readJson<OracleFeed[]>(data, 'oracle.json')
  const real = oracle.filter(({ size, items }) => size >= 4096 && items.length >= 2)
  const parsed: Record<string, number> = {}
  const right = new Map<Column, Record<string, number>>(columns.map((column) => [column, {}]))
  const counted = new Map<Column, number>()
  for (const feed of real) {
    const text = decodeText(await readFile(path.join(data, feed.file)), null)
    const results = new Map<string, ParsedItem[]>()
    for (const [name, parse] of Object.entries(parsers)) {
      const items = await parse(text).catch(() => [])
      results.set(name, items)
      if (items.length > 0) parsed[name] = (parsed[name] ?? 0) + 1
    }
    for (const column of columns) {
      const verdicts = judge(column, feed.items, results)
      if (!verdicts) continue
      counted.set(column, (counted.get(column) ?? 0) + 1)
      const scores = right.get(column) ?? {}
      for (const name of verdicts) scores[name] = (scores[name] ?? 0) + 1
    }
  }
  return [
    atLeast('real feeds parsed (%)', (100 * (parsed.ours ?? 0)) / real.length, null, 99.5),
    ...columns.flatMap((column) =>
      peers.map((peer) => {
        const scores = right.get(column) ?? {}
        const figure = `${column} right, of ${counted.get(column) ?? 0} feeds; ${peer}`
        return atLeast(figure, scores.ours ?? 0, scores[peer] ?? 0, 1)
      }),
    ),
  ]
}

/** Who is right in all of a feed's fields that count, or null when none does. */
function judge(
  column: Column,
  oracle: OracleItem[],
  results: Map<string, ParsedItem[]>,
): Set<string> | null {
  const right = new Set(results.keys())
  let counts = false
  for (const [i, witness] of oracle.entries()) {
    const verdicts = [...results].map(([name, items]) => {
      const item = items[i]
      return { name, agrees: item ? agrees(column, item, witness) : false }
    })
    if (!verdicts.some((verdict) => verdict.agrees && verdict.name !== 'ours')) continue
    counts = true
    for (const verdict of verdicts) if (!verdict.agrees) right.delete(verdict.name)
  }
  return counts ? right : null
}

async function measureEncodings(data: string): Promise<Row> {
  const cases = await readJson<EncodingCase[]>(data, 'encodings/index.json')
  const share = await shareOf(cases, async ({ file, contentType, title }) => {
    const feed = await read(data, `encodings/${file}`, contentType)
    return feed.items[0]?.title === title
  })
  return atLeast('encodings read (%)', share, null, 100)
}

async function measureMalformed(data: string): Promise<Row> {
  const cases = await readJson<MalformedCase[]>(data, 'malformed/index.json')
  const share = await shareOf(cases, async ({ file, check }) => {
    const feed = await read(data, `malformed/${file}`, null).catch(() => null)
    if (check === 'must reject' || !feed) return check === 'must reject' && !feed
    return runInNewContext(check)({ title: feed.title, items: feed.items.map(plainItem) })
  })
  return atLeast('malformed read (%)', share, null, 95)
}

function plainItem(item: ParsedFeed['items'][number]) {
  return {
    ...item,
    link: item.url,
    date: item.publishedAt?.epochMilliseconds ?? null,
    content: item.content ?? item.summary,
    enclosures: item.enclosures.map(({ url }) => url),
  }
}

/** Links relative to xml:base or to the response, those in texts too; titles are plain text here. */
async function measureBases(data: string): Promise<Row> {
  const all = await readJson<Expectation[]>(data, 'feedparser-expect.json')
  const cases = all.filter(({ file, tests }) => /base__/.test(file) && tests.length > 0)
  const share = await shareOf(cases, async ({ file, header, tests }) => {
    const contentType = /^content-type:\s*(.*)/i.exec(header ?? '')?.[1] ?? null
    const feed = await read(data, `feedparser-expect/${file}`, contentType)
    return tests.every(({ p: [part, index, field], v }) => {
      const item = feed.items[Number(index)]
      if (part === 'feed') return index === 'link' ? feed.link === v : feed.title === words(v)
      if (field === 'title') return item?.title === words(v)
      if (field === 'link') return item?.url === v
      if (field === 'id') return item?.id === v
      const html = field === 'content' ? (item?.content ?? item?.summary) : item?.summary
      return addresses(html) === addresses(v) && words(html) === words(v)
    })
  })
  return atLeast('expectations of xml:base and response address met (%)', share, null, 0)
}

function words(html: unknown): string {
  return plainText(String(html ?? ''))
}

function addresses(html: unknown): string {
  return [...String(html ?? '').matchAll(/(?:href|src)=["']([^"']*)/g)].map(([, a]) => a).join(' ')
}

/** CPU time for one feed of 41 KB from bytes to items, in a process that has warmed up. */
async function measureCost(): Promise<Row[]> {
  const text = sampleFeed('/sample', 30)
  const bytes = Buffer.from(text)
  const ours = async () =>
    parseFeed(decodeText(bytes, 'text/xml; charset=utf-8'), null, Temporal.Now.instant())
  const oursMs = await cpuMs(ours)
  const rows: Row[] = []
  for (const [peer, most] of [['rss-parser', 2] as const, ['feedsmith', 2] as const]) {
    const parse = parsers[peer]
    if (!parse) continue
    const peerMs = await cpuMs(() => parse(bytes.toString()))
    rows.push(atMost(`CPU for a feed of 41 KB (ms); ${peer}`, oursMs, peerMs, most))
  }
  return rows
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const times = 400
  for (let i = 0; i < times; i++) await work()
  const start = process.cpuUsage()
  for (let i = 0; i < times; i++) await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / times
}

async function read(data: string, file: string, contentType: string | null): Promise<ParsedFeed> {
  const text = decodeText(await readFile(path.join(data, file)), contentType)
  return parseFeed(text, address, Temporal.Now.instant())
}

async function shareOf<T>(cases: T[], isRight: (each: T) => Promise<boolean>): Promise<number> {
  let right = 0
  for (const each of cases) if (await isRight(each).catch(() => false)) right++
  return (100 * right) / cases.length
}

async function readJson<T>(data: string, file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(data, file), 'utf8'))
}

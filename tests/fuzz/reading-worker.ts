// Reads documents in a thread that may be ended, and says what is wrong with what came of it.
import { parentPort } from 'node:worker_threads'
import { readPage } from '../../src/articles/read-page.ts'
import { articlesFromFeed } from '../../src/collecting/articles-from-feed.ts'
import type { ParsedFeed } from '../../src/domain/feed.ts'
import { ReasonError } from '../../src/domain/reason.ts'
import { readFeedList } from '../../src/feeds/opml/read.ts'
import { readSource } from '../../src/feeds/read-source.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { reasonWords } from '../../src/i18n/reason-words.ts'
import { termsOf } from '../../src/stories/terms.ts'
import { summarise } from '../../src/summaries/summarise.ts'
import { cleanText } from '../../src/text/clean-text.ts'
import { decodeText } from '../../src/text/decode.ts'
import type { FuzzDocument } from './documents.ts'

const t = translateInto(createI18n(), 'en')

export type Verdict = { seconds: number; faults: string[] }

const now = Temporal.Instant.from('2024-06-20T12:00:00Z')
const url = 'https://news.example/a'
const builtIns = () =>
  [Object, Array, String, Function, Map].map(({ prototype }) => Reflect.ownKeys(prototype).length)
const untouched = builtIns().join()

let faults: string[] = []

function checkText(text: string | null, name: string, most: number): void {
  if (text === null) return
  if (text.length > most) faults.push(`${name} has ${text.length} letters`)
  if (cleanText(text) !== text) faults.push(`${name} holds what it should not`)
}

function checkAddress(address: string | null, name: string): void {
  if (address !== null && !/^https?:\/\//.test(address)) faults.push(`${name} is ${address}`)
}

function checkFeed(feed: ParsedFeed): void {
  const { items, title, link } = feed
  if (items.length > 1000) faults.push(`there are ${items.length} items`)
  checkText(title, 'the title', 300)
  checkAddress(link, 'the link')
  for (const item of items) {
    checkText(item.id, 'an id', 2100)
    checkText(item.title, 'an item’s title', 500)
    checkText(item.author, 'an author', 500)
    checkText(item.summary, 'a summary', 256 * 1024)
    checkText(item.content, 'a content', 1024 * 1024)
    checkAddress(item.url, 'an item’s address')
    for (const category of item.categories) checkText(category, 'a category', 200)
    for (const enclosure of item.enclosures) checkAddress(enclosure.url, 'an enclosure')
  }
  for (const article of articlesFromFeed(feed, 'mixed', now)) {
    checkText(article.body, 'a body', 1024 * 1024)
    checkText(article.summary?.text ?? null, 'an article’s summary', 310)
    termsOf(article.title, article.body, null)
  }
}

async function readAsSource(document: FuzzDocument): Promise<void> {
  const { kind, selector } = document
  const format = kind === 'listing' ? 'listing' : 'any'
  try {
    const given = { format, selector, zone: 'UTC' } as const
    const reading = await readSource({ ...document, url }, given, now)
    if (reading.kind === 'feed') return checkFeed(reading.feed)
    if (reading.listing.kind !== 'none') checkFeed(reading.listing.feed)
    for (const link of reading.feeds) {
      checkText(link.title, 'a feed’s title', 100)
      checkAddress(link.url, 'a feed')
    }
  } catch (error) {
    // What is no feed has a reason for people.
    if (!(error instanceof ReasonError)) throw error
    checkText(reasonWords(error.reason, t), 'a refusal', 200)
  }
}

function readAsPage({ bytes, contentType }: FuzzDocument): void {
  const reading = readPage({ bytes, contentType, url, feedKind: 'mixed' })
  if (reading.kind === 'nothing') return
  const { page } = reading
  checkText(page.title, 'the title', 5000)
  checkText(page.text, 'the text', 600_000)
  checkText(page.standfirst, 'the standfirst', 5000)
  checkText(page.authorNote, 'the author’s note', 5000)
  for (const author of page.authors) checkText(author, 'an author', 100)
  checkAddress(page.url, 'the address')
  checkAddress(page.picture, 'the picture')
  const { title, text, language, kind, standfirst } = page
  const summary = summarise({ title: title ?? '', text, language, kind, standfirst })
  checkText(summary?.text ?? null, 'the summary', 310)
}

async function readAsList({ bytes }: FuzzDocument): Promise<void> {
  const { entries, problems } = readFeedList(decodeText(bytes, null))
  if (entries.length > 20_000) faults.push(`there are ${entries.length} feeds`)
  if (problems.length > 500) faults.push(`there are ${problems.length} problems`)
  for (const entry of entries) {
    checkAddress(entry.url, 'a feed')
    checkText(entry.title, 'a feed’s title', 300)
    for (const tag of entry.tags) checkText(tag, 'a tag', 64)
  }
  for (const { reason } of problems) checkText(reasonWords(reason, t), 'a problem', 300)
}

parentPort?.on('message', async (document: FuzzDocument) => {
  faults = []
  const start = process.threadCpuUsage()
  try {
    if (document.kind === 'page') readAsPage(document)
    else if (document.kind === 'opml') await readAsList(document)
    else await readAsSource(document)
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const { user, system } = process.threadCpuUsage(start)
  if (builtIns().join() !== untouched) faults.push('a prototype was changed')
  const verdict: Verdict = {
    seconds: (user + system) / 1e6,
    faults: [...new Set(faults)].slice(0, 5),
  }
  parentPort?.postMessage(verdict)
})

import { webAddress } from '../../domain/address.ts'
import type { Enclosure, FeedItem } from '../../domain/feed.ts'
import { cleanText } from '../../text/clean-text.ts'
import { clip, startOf } from '../../text/clip.ts'
import { type DateContext, type DatedInstant, readDated } from '../../text/dates/read.ts'
import { plainText, titleText } from '../../text/plain-text.ts'
import { nameOf } from './author-name.ts'
import { absoluteLinks, resolveBase } from './item-addresses.ts'
import type { RawEnclosure, RawItem } from './raw-feed.ts'

/** What items share: the feed's own page, where it was read, how it writes dates. */
export type FeedContext = {
  link: string | null
  address: string | null
  dates: DateContext
  /** A date after this one is none. */
  latest: Temporal.Instant
}

const max = {
  title: 500,
  id: 1000,
  author: 200,
  authors: 50,
  allAuthors: 500,
  summary: 64 * 1024,
  content: 256 * 1024,
  categories: 64,
  category: 200,
  enclosures: 32,
  type: 100,
}

/** Turns what a format's reader found into our own items, all of them, each within bounds. */
export function readItems(raw: RawItem[], feed: FeedContext): FeedItem[] {
  return withOwnIds(raw.map((item) => readItem(item, feed)))
}

function readItem(raw: RawItem, feed: FeedContext): FeedItem {
  const base = resolveBase(raw.bases, feed.address) ?? feed.link ?? feed.address
  const url =
    // Some escape a link twice; no address has an `&amp;` of its own.
    (raw.link && webAddress(raw.link.replaceAll('&amp;', '&'), base ?? undefined)) ||
    (raw.idIsLink && webAddress(raw.id)) ||
    (raw.spareLink && webAddress(raw.spareLink, base ?? undefined)) ||
    (base === null && relativeAddress(raw.link)) ||
    null
  const textBase = raw.textBase ? resolveBase([raw.textBase], base) : base
  const summary = absoluteLinks(cleanText(raw.summary.slice(0, max.summary)), textBase)
  const content = absoluteLinks(cleanText(raw.content.slice(0, max.content)), textBase)
  const title = clip(titleText(raw.title.slice(0, 4 * max.title)), max.title)
  const date = firstDate(raw.dates, feed)
  return {
    id: startOf(cleanText(raw.id), max.id) || url || title,
    title: title || clip(plainText((summary || content).slice(0, 2000)), 120),
    url,
    publishedAt: date?.at ?? null,
    ...(date?.precision === 'day' && { precision: 'day' }),
    author: authorsOf(raw.authors) || null,
    summary: summary || null,
    content: content || null,
    categories: categoriesOf(raw.categories),
    enclosures: enclosuresOf(raw.enclosures, base),
  }
}

/** A link of a feed that is read from a file and says nowhere what its links are relative to. */
function relativeAddress(link: string): string | null {
  return link.length <= 2048 && !/^[\w+.-]*:|^$/.test(link) ? link : null
}

function firstDate(dates: string[], { dates: context, latest }: FeedContext): DatedInstant | null {
  for (const words of dates.slice(0, 5)) {
    const date = readDated(words, context)
    if (date && date.at.epochMilliseconds <= latest.epochMilliseconds) return date
  }
  return null
}

function authorsOf(authors: string[]): string {
  const names = authors
    .slice(0, max.authors)
    .map((author) => nameOf(author.slice(0, 2 * max.author)))
  const [first = '', ...others] = new Set(names.filter(Boolean))
  let listed = clip(first, max.author)
  // None of several is cut in two.
  for (const name of others) if (listed.length + name.length < max.allAuthors) listed += `, ${name}`
  return listed
}

function categoriesOf(categories: string[]): string[] {
  const names = categories
    .slice(0, max.categories)
    .map((name) => startOf(titleText(name.slice(0, 2 * max.category)), max.category))
  return [...new Set(names.filter(Boolean))]
}

function enclosuresOf(enclosures: RawEnclosure[], base: string | null): Enclosure[] {
  const byUrl = new Map<string, Enclosure>()
  for (const { url: address, type, length } of enclosures.slice(0, max.enclosures)) {
    const url = address ? webAddress(address, base ?? undefined) : null
    if (!url || byUrl.has(url)) continue
    const bytes = Number(length)
    byUrl.set(url, {
      url,
      type: type ? titleText(type.slice(0, max.type)) || null : null,
      length: bytes > 0 ? bytes : null,
    })
  }
  return [...byUrl.values()]
}

/** Some feeds give all items one identifier: it identifies none of them, their addresses do. */
function withOwnIds(items: FeedItem[]): FeedItem[] {
  const holders = new Map<string, string>()
  const shared = new Set<string>()
  for (const item of items) {
    const holder = holders.get(item.id)
    if (holder === undefined) holders.set(item.id, mark(item))
    else if (holder !== mark(item)) shared.add(item.id)
  }
  if (shared.size === 0) return items
  return items.map((item) => (shared.has(item.id) ? { ...item, id: mark(item) } : item))
}

function mark({ url, title }: FeedItem): string {
  return url ?? title
}

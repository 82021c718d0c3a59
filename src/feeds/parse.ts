import RssParser from 'rss-parser'
import { canonicalAddress } from '../domain/address.ts'
import { clip } from '../domain/clip.ts'
import type { Enclosure, FeedItem, ParsedFeed } from '../domain/feed.ts'
import { plainText } from './plain-text.ts'

const maxItems = 1000

// rss-parser takes seconds over hostile text in these fields, and throws on Atom's bad dates: under
// another name it leaves them alone and hands them over as they are.
const renamed: Record<string, string> = {
  description: 'raw:description',
  'content:encoded': 'raw:content',
  published: 'raw:published',
  updated: 'raw:updated',
}

/** A text node as xml2js gives it: bare, or with attributes beside it. */
type XmlText = string | { _?: string }

type RawItem = {
  id?: string
  guid?: string
  title?: XmlText
  link?: string
  author?: string
  creator?: string
  content?: string
  summary?: XmlText
  pubDate?: string
  date?: string
  'raw:description'?: XmlText
  'raw:content'?: XmlText
  'raw:published'?: XmlText
  'raw:updated'?: XmlText
  category?: (XmlText | { $?: { term?: string } })[]
  enclosure?: { url?: string; type?: string; length?: string }
}

type RawFeed = { title?: XmlText; link?: string }

const parser = new RssParser<RawFeed, RawItem>({
  defaultRSS: 2,
  xml2js: { tagNameProcessors: [(name: string) => renamed[name] ?? name] },
  customFields: {
    item: [
      'raw:description',
      'raw:content',
      'raw:published',
      'raw:updated',
      ['category', 'category', { keepArray: true }],
    ],
  },
})

/**
 * Reads RSS or Atom text. Items keep the feed's order; relative addresses are resolved against the
 * feed's own link, then its address where that is known. Throws when the text is no feed.
 */
export async function parseFeed(text: string, address: string | null): Promise<ParsedFeed> {
  const feed = await parser.parseString(text)
  const base = canonicalAddress(feed.link ?? '', address ?? undefined) ?? address ?? undefined
  return {
    format: formatOf(text),
    title: plainText(textOf(feed.title)) || null,
    items: feed.items.slice(0, maxItems).map((item) => readItem(item, base)),
  }
}

function readItem(item: RawItem, base: string | undefined): FeedItem {
  const guid = textOf(item.id ?? item.guid)
  const url = canonicalAddress(textOf(item.link) || guid, textOf(item.link) ? base : undefined)
  const summary = textOf(item['raw:description'] ?? item.summary)
  const content = textOf(item['raw:content'] ?? item.content)
  const title = plainText(textOf(item.title))
  return {
    id: guid || url || title,
    title: title || clip(plainText(summary || content), 120),
    url,
    publishedAt: readDate(
      textOf(item['raw:published'] ?? item.pubDate ?? item.date ?? item['raw:updated']),
    ),
    author: plainText(textOf(item.creator ?? item.author)) || null,
    summary: summary || null,
    content: content || null,
    categories: (item.category ?? []).flatMap(categoryName),
    enclosures: readEnclosures(item.enclosure, base),
  }
}

function categoryName(category: XmlText | { $?: { term?: string } }): string[] {
  const term = typeof category === 'object' && '$' in category ? category.$?.term : undefined
  const name = plainText(term ?? textOf(category as XmlText))
  return name ? [name] : []
}

function readEnclosures(enclosure: RawItem['enclosure'], base: string | undefined): Enclosure[] {
  const url = canonicalAddress(enclosure?.url ?? '', base)
  if (!enclosure?.url || !url) return []
  const length = Number(enclosure.length)
  return [{ url, type: enclosure.type || null, length: length > 0 ? length : null }]
}

function readDate(text: string): Temporal.Instant | null {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms)
}

function textOf(node: unknown): string {
  if (typeof node === 'string') return node.trim()
  if (typeof node === 'object' && node !== null && '_' in node) return textOf(node._)
  return ''
}

function formatOf(text: string): string {
  if (/<(\w+:)?feed[\s>]/.test(text.slice(0, 2000))) return 'atom1.0'
  if (/<rdf:RDF[\s>]/i.test(text.slice(0, 2000))) return 'rss1.0'
  return `rss${/<rss[^>]*\sversion\s*=\s*["']([\d.]+)["']/.exec(text.slice(0, 2000))?.[1] ?? '2.0'}`
}

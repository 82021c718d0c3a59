import { Readable } from 'node:stream'
import FeedParser from 'feedparser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import RssParser from 'rss-parser'
import { parseFeed } from '../src/feeds/formats/parse.ts'

/** What a parser made of one item, as far as it is compared. Dates are epoch milliseconds. */
export type ParsedItem = {
  title: string
  link: string
  date: number
  author: string
  content: string
  id: string
  categories: string[]
  enclosures: string[]
}

export type FeedParserUnderTest = (text: string) => Promise<ParsedItem[]>

export const parsers: Record<string, FeedParserUnderTest> = {
  ours: async (text) => {
    const feed = await parseFeed(text, null, Temporal.Now.instant())
    return feed.items.map((item) => ({
      title: item.title,
      link: item.url ?? '',
      date: item.publishedAt?.epochMilliseconds ?? Number.NaN,
      author: item.author ?? '',
      content: item.content ?? item.summary ?? '',
      id: item.id,
      categories: item.categories,
      enclosures: item.enclosures.map(({ url }) => url),
    }))
  },
  'rss-parser': readWithRssParser,
  feedsmith: readWithFeedsmith,
  feedparser: readWithFeedparser,
}

type RssItem = { author?: string; id?: string; 'content:encoded'?: string; creator?: string }

async function readWithRssParser(text: string): Promise<ParsedItem[]> {
  const feed = await new RssParser<object, RssItem>().parseString(text)
  return feed.items.map((item) => ({
    title: words(item.title),
    link: words(item.link),
    date: Date.parse(item.isoDate ?? item.pubDate ?? ''),
    author: words(item.creator) || words(item.author),
    content: words(item['content:encoded']) || words(item.content) || words(item.summary),
    id: words(item.guid) || words(item.id),
    categories: (item.categories ?? []).map(words),
    enclosures: item.enclosure ? [item.enclosure.url] : [],
  }))
}

async function readWithFeedsmith(text: string): Promise<ParsedItem[]> {
  const parsed = parseWithFeedsmith(text)
  if (parsed.format === 'atom') {
    return (parsed.feed.entries ?? []).map((entry) => ({
      title: entry.title?.value ?? '',
      link:
        entry.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')?.href ??
        entry.links?.[0]?.href ??
        '',
      date: Date.parse(entry.published ?? entry.updated ?? ''),
      author: entry.authors?.[0]?.name ?? parsed.feed.authors?.[0]?.name ?? '',
      content: entry.content?.value ?? entry.summary?.value ?? '',
      id: entry.id ?? '',
      categories: (entry.categories ?? []).map(({ term }) => term ?? ''),
      enclosures: (entry.links ?? [])
        .filter(({ rel }) => rel === 'enclosure')
        .map(({ href }) => href ?? ''),
    }))
  }
  if (parsed.format === 'rdf') {
    return (parsed.feed.items ?? []).map((item) => ({
      title: item.title ?? '',
      link: item.link ?? '',
      date: Date.parse(item.dc?.dates?.[0] ?? ''),
      author: item.dc?.creators?.[0] ?? '',
      content: item.content?.encoded ?? item.description ?? '',
      id: item.rdf?.about ?? '',
      categories: item.dc?.subjects ?? [],
      enclosures: [],
    }))
  }
  if (parsed.format === 'json') throw new Error('no JSON Feed is compared')
  return (parsed.feed.items ?? []).map((item) => ({
    title: item.title ?? item.dc?.titles?.[0] ?? '',
    link: item.link ?? (item.guid?.isPermaLink === false ? '' : (item.guid?.value ?? '')),
    date: Date.parse(item.pubDate ?? item.dc?.dates?.[0] ?? ''),
    author: item.authors?.[0]?.name ?? item.authors?.[0]?.email ?? item.dc?.creators?.[0] ?? '',
    content: item.content?.encoded ?? item.description ?? '',
    id: item.guid?.value ?? '',
    categories: [
      ...(item.categories ?? []).map(({ name }) => name ?? ''),
      ...(item.dc?.subjects ?? []),
    ],
    enclosures: (item.enclosures ?? []).map(({ url }) => url ?? ''),
  }))
}

async function readWithFeedparser(text: string): Promise<ParsedItem[]> {
  const items: ParsedItem[] = []
  const parser = Readable.from([Buffer.from(text)]).pipe(new FeedParser({ addmeta: false }))
  for await (const item of parser as AsyncIterable<FeedParser.Item>) {
    items.push({
      title: words(item.title),
      link: words(item.link),
      date: (item.pubdate ?? item.date)?.getTime() ?? Number.NaN,
      author: words(item.author),
      content: words(item.description) || words(item.summary),
      id: words(item.guid),
      categories: item.categories ?? [],
      enclosures: (item.enclosures ?? []).map(({ url }) => url),
    })
  }
  return items
}

// Peers hand over objects now and then where their types promise text.
function words(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && '_' in value) return words(value._)
  return ''
}

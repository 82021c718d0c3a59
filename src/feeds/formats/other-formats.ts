import { type AtomFeed, type JsonFeed, parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { escapeWords } from '../../text/title-tags.ts'
import { maxItems } from './bounds.ts'
import { relationsOf } from './link-relations.ts'
import { escapeLooseTags, hasManyLooseTags } from './loose-tags.ts'
import type { RawEnclosure, RawFeed, RawItem } from './raw-feed.ts'

// Loaded only when a feed needs it: most are RSS.

const noSchedule = { ttlMinutes: null, skipHours: [], skipDays: [] }

/** Reads Atom 0.3 and 1.0 with feedsmith; throws when it cannot. */
export function readAtom(text: string): RawFeed {
  const rootTag = text.slice(0, text.indexOf('>') + 1)
  // Some write a link as RSS does, with the address as its words.
  const linked = text.replace(
    /<((?:\w+:)?link)>\s*(?:<!\[CDATA\[\s*)?([^<>"\s\]]{1,2048})\s*(?:\]\]>\s*)?<\/\1>/g,
    '<$1 href="$2"/>',
  )
  // Of each that begins no tag the parser looks for the end in all that follows.
  const sound = hasManyLooseTags(linked) ? escapeLooseTags(linked) : linked
  const feed = parseAtomFeed(sound, { maxItems })
  const isOld = /purl\.org\/atom\/ns#|\sversion\s*=\s*["']0\.3/.test(rootTag)
  const bases = [feed.xml?.base ?? '']
  return {
    ...noSchedule,
    format: isOld ? 'atom0.3' : 'atom1.0',
    title: titleOf(feed.title),
    link: pickLink(feed.links),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? '',
    bases,
    builtAt: feed.updated ?? '',
    items: (feed.entries ?? []).map((entry) => readEntry(entry, bases, feed.authors)),
  }
}

function readEntry(
  entry: AtomFeed.Entry<string>,
  bases: string[],
  feedAuthors: AtomFeed.Person[] | undefined,
): RawItem {
  const authors = entry.authors ?? entry.source?.authors
  const content = entry.content
  return {
    id: entry.id ?? '',
    idIsLink: true,
    title: titleOf(entry.title),
    link: pickLink(entry.links) || content?.src || '',
    spareLink: spareLink(entry.links),
    bases: [...bases, entry.xml?.base ?? ''],
    textBase: content?.xml?.base ?? entry.summary?.xml?.base ?? '',
    dates: present([entry.published, ...(entry.dc?.dates ?? []), entry.updated]),
    authors: names(authors) || names(entry.dc?.creators) || names(feedAuthors) || [],
    summary: entry.summary?.value ?? mediaDescription(entry.media) ?? '',
    content: unpacked(content?.value ?? ''),
    categories: [
      ...(entry.categories ?? []).map(({ term, label }) => term ?? label ?? ''),
      ...(entry.dc?.subjects ?? []),
    ],
    enclosures: [
      ...(entry.links ?? [])
        .filter(({ rel }) => relationsOf(rel).includes('enclosure'))
        .map(({ href, type, length }) => enclosure(href, type, length)),
      ...mediaOf(entry.media),
    ],
  }
}

/** The alternate link, a page before any other type (RFC 4287, 4.2.7.2). */
function pickLink(links: AtomFeed.Link<string>[] | undefined): string {
  const alternates = links?.filter(
    ({ rel, href }) => href && relationsOf(rel).includes('alternate'),
  )
  const page =
    alternates?.find(({ type }) => /html/i.test(type ?? '')) ??
    alternates?.find(({ type }) => !type)
  return (page ?? alternates?.[0])?.href ?? ''
}

// Where none is the page: others that lead to it, the likeliest first.
const spare = ['canonical', 'bookmark', 'self', 'related', 'via']

/** The address of an entry without an alternate link: of what is no page, or of itself, only as a page. */
function spareLink(links: AtomFeed.Link<string>[] | undefined): string {
  const pages = links?.filter(({ href, type }) => {
    return href && !/xml|json/i.test(type ?? '') && !/\.(?:atom|xml|rss|json)$/i.test(href)
  })
  for (const relation of spare) {
    const link = pages?.find(({ rel }) => relationsOf(rel).includes(relation))
    if (link?.href) return link.href
  }
  return ''
}

/** RFC 4287, 3.1.1: a title is plain text unless it says otherwise; many hold markup all the same. */
function titleOf(title: AtomFeed.Text | undefined): string {
  const { value = '', type } = title ?? {}
  switch (type?.trim().toLowerCase()) {
    case 'text':
    case 'text/plain':
      return value.replaceAll('<', '&lt;')
    case undefined:
      return escapeWords(value, { within: 'words' })
    default:
      return value
  }
}

const base64 = /^\s*(?:[\w+/-]{4}\s*){6,}(?:[\w+/-]{2,3}={0,2})?\s*$/

/** RFC 4287, 4.1.3.3: what is neither text nor XML is in base64. It is content where it holds text. */
function unpacked(content: string): string {
  if (!/^\s*[\w+/-]{16}/.test(content) || !base64.test(content)) return content
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(content, 'base64'))
    return /[\s<]/.test(text) && !/[^\P{Cc}\s]/u.test(text) ? text : content
  } catch {
    return content
  }
}

type Media = AtomFeed.Entry<string>['media']

function mediaOf(media: Media): RawEnclosure[] {
  return partsOf(media).flatMap((part) => [
    ...(part?.contents ?? []).map(({ url, type, fileSize }) => enclosure(url, type, fileSize)),
    ...(part?.thumbnails ?? []).map(({ url }) => enclosure(url)),
  ])
}

function mediaDescription(media: Media): string | undefined {
  return partsOf(media).find((part) => part?.description?.value)?.description?.value
}

function partsOf(media: Media) {
  return [media, ...(media?.groups ?? [])]
}

function enclosure(url?: string, type?: string, length?: number): RawEnclosure {
  return { ...(url && { url }), ...(type && { type }), ...(length && { length }) }
}

/** Reads JSON Feed (jsonfeed.org, 1.0 and 1.1) with feedsmith; throws when it cannot. */
export function readJsonFeed(text: string): RawFeed {
  const feed = parseJsonFeed(text, { maxItems })
  const version = /jsonfeed\.org\\?\/version\\?\/([\d.]+)/.exec(text)?.[1] ?? '1.1'
  return {
    ...noSchedule,
    format: `json${version}`,
    title: escapeHtml(feed.title ?? ''),
    link: feed.home_page_url ?? '',
    language: feed.language ?? '',
    bases: [],
    builtAt: '',
    items: (feed.items ?? []).map((item) => readJsonItem(item, feed.authors)),
  }
}

function readJsonItem(
  item: JsonFeed.Item<string>,
  feedAuthors: JsonFeed.Author[] | undefined,
): RawItem {
  return {
    id: item.id ?? '',
    idIsLink: true,
    title: escapeHtml(item.title ?? ''),
    link: item.url ?? item.external_url ?? '',
    bases: [],
    dates: present([item.date_published, item.date_modified]),
    authors: names(item.authors) || names(feedAuthors) || [],
    summary: escapeHtml(item.summary ?? ''),
    content: item.content_html ?? escapeHtml(item.content_text ?? ''),
    categories: item.tags ?? [],
    enclosures: [
      ...(item.attachments ?? []).map((a) => enclosure(a.url, a.mime_type, a.size_in_bytes)),
      ...(item.image ? [enclosure(item.image)] : []),
    ],
  }
}

function names(people: (string | { name?: string; email?: string })[] | undefined) {
  const found = people?.flatMap((person) =>
    typeof person === 'string' ? person : (person.name ?? person.email ?? []),
  )
  return found?.length ? found : null
}

function present(texts: (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

import { type AtomFeed, type JsonFeed, parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { maxItems } from './bounds.ts'
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
    title: feed.title?.value ?? '',
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
    title: entry.title?.value ?? '',
    link: pickLink(entry.links) || content?.src || '',
    bases: [...bases, entry.xml?.base ?? ''],
    textBase: content?.xml?.base ?? entry.summary?.xml?.base ?? '',
    dates: present([entry.published, ...(entry.dc?.dates ?? []), entry.updated]),
    authors: names(authors) || names(entry.dc?.creators) || names(feedAuthors) || [],
    summary: entry.summary?.value ?? mediaDescription(entry.media) ?? '',
    content: content?.value ?? '',
    categories: [
      ...(entry.categories ?? []).map(({ term, label }) => term ?? label ?? ''),
      ...(entry.dc?.subjects ?? []),
    ],
    enclosures: [
      ...(entry.links ?? [])
        .filter(({ rel }) => rel === 'enclosure')
        .map(({ href, type, length }) => enclosure(href, type, length)),
      ...mediaOf(entry.media),
    ],
  }
}

/** The alternate link, a page before any other type (RFC 4287, 4.2.7.2). */
function pickLink(links: AtomFeed.Link<string>[] | undefined): string {
  const alternates = links?.filter(({ rel, href }) => href && (rel ?? 'alternate') === 'alternate')
  const page =
    alternates?.find(({ type }) => /html/i.test(type ?? '')) ??
    alternates?.find(({ type }) => !type)
  return (page ?? alternates?.[0])?.href ?? ''
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

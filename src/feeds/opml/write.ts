import render from 'dom-serializer'
import { Document, Element, Text } from 'domhandler'
import { type FeedFormat, type FeedKind, feedKinds } from '../../domain/feed.ts'

/** A feed as a list of feeds names it. */
export type FeedEntry = {
  url: string
  title: string | null
  kind: FeedKind
  format: FeedFormat
  selector: string | null
  tags: string[]
}

/**
 * Writes feeds as OPML 2.0 (http://opml.org/spec2.opml). Tags become folders, one within the other;
 * what OPML has no word for stands in attributes of our own, which other programs pass over.
 */
export function writeOpml(feeds: FeedEntry[], title: string): string {
  const body = new Element('body', {})
  for (const feed of feeds) add(folderOf(body, feed.tags), outlineOf(feed))
  const head = new Element('head', {}, [new Element('title', {}, [new Text(clean(title))])])
  const opml = new Element('opml', { version: '2.0' }, [head, body])
  const xml = render(new Document([opml]), { xmlMode: true, encodeEntities: 'utf8' })
  // A line for each outline: for eyes, and for whoever has to mend the file.
  const lines = readable(xml).replace(/<(?=outline|\/?body|\/?head|\/opml)/g, '\n<')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines}\n`
}

// The renderer writes letters beyond ASCII in attributes as their numbers.
function readable(xml: string): string {
  return xml.replace(/&#x([\da-f]{2,6});/gi, (written, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code >= 0xa0 ? String.fromCodePoint(code) : written
  })
}

function outlineOf({ url, title, kind, format, selector }: FeedEntry): Element {
  const text = clean(title ?? url)
  return new Element('outline', {
    type: format === 'feed' ? 'rss' : 'listing',
    text,
    title: text,
    xmlUrl: url,
    kind,
    ...(selector !== null && { selector: clean(selector) }),
  })
}

function folderOf(body: Element, tags: string[]): Element {
  let folder = body
  for (const tag of tags) {
    const text = clean(tag)
    const known = folder.children.find(
      (child) =>
        child instanceof Element && child.attribs.text === text && !('xmlUrl' in child.attribs),
    )
    if (known instanceof Element) {
      folder = known
    } else {
      const fresh = new Element('outline', { text, title: text })
      add(folder, fresh)
      folder = fresh
    }
  }
  return folder
}

function add(parent: Element, child: Element): void {
  child.parent = parent
  parent.children.push(child)
}

// What XML 1.0 cannot hold in any form.
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .trim()
}

export function readKind(text: string | undefined): FeedKind | null {
  return feedKinds.find((kind) => kind === text?.trim().toLowerCase()) ?? null
}

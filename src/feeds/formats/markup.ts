import render from 'dom-serializer'
import { type Element, isCDATA } from 'domhandler'
import type { RawItem } from './raw-feed.ts'
import { parseXml } from './xml-document.ts'

export type Markup = Pick<RawItem, 'title' | 'summary' | 'content'>

const fields = new Map<string, keyof Markup>([
  ['title', 'title'],
  ['description', 'summary'],
  ['content:encoded', 'content'],
  ['xhtml:body', 'content'],
  ['body', 'content'],
])

/**
 * The fields of RSS items that hold markup without escaping it, as HTML, in the feed's order: the
 * order of words and elements is lost on rss-parser. `naming` gives our names for the feed's.
 */
export function readMarkup(text: string, naming: (name: string) => string): Partial<Markup>[] {
  const items: Partial<Markup>[] = []
  const stack: Element['children'] = parseXml(text).children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if ('name' in node && naming(node.name) === 'item') items.push(readItem(node.children, naming))
    else for (const child of node.children.toReversed()) stack.push(child)
  }
  return items
}

function readItem(children: Element['children'], naming: (name: string) => string) {
  const found: Partial<Markup> = {}
  for (const node of children) {
    const field = 'name' in node ? fields.get(naming(node.name)) : undefined
    if (!field || found[field] !== undefined || !('children' in node)) continue
    // Decoded once, as the field would be without markup: some feeds escape one half of it.
    const content = node.children.flatMap((child) => (isCDATA(child) ? child.children : child))
    found[field] = render(content, { encodeEntities: false }).trim()
  }
  return found
}

import type { AnyNode, Document, Element } from 'domhandler'
import { startOf } from '../../text/clip.ts'
import { foldSpace } from '../../text/space.ts'

/** Where a node stands in the document's order: all within it lie between `start` and `end`. */
export type Span = { start: number; end: number }

/** The positions of a page's elements, and how many links each holds. */
export type Outline = {
  spans: ReadonlyMap<AnyNode, Span>
  linksIn(element: Element): number
  links: number
}

/** Numbers the elements of a tree in document order. */
export function outlineOf(document: Document): Outline {
  const spans = new Map<AnyNode, Span>()
  const linksBefore: number[] = []
  let links = 0
  walk(document, {
    enter(node) {
      spans.set(node, { start: linksBefore.length, end: 0 })
      linksBefore.push(links)
      if (isElement(node) && node.name === 'a' && node.attribs.href !== undefined) links++
      return true
    },
    leave(node) {
      const span = spans.get(node)
      if (span) span.end = linksBefore.length
    },
  })
  return {
    spans,
    links,
    linksIn(element) {
      const span = spans.get(element)
      if (!span) return 0
      return (linksBefore[span.end] ?? links) - (linksBefore[span.start] ?? links)
    },
  }
}

/**
 * Visits a tree in document order without recursion, whose depth a page could choose. `enter` says
 * whether to go into the node; `leave` follows only then.
 */
export function walk(
  root: AnyNode,
  visit: { enter(node: AnyNode): boolean; leave?(node: AnyNode): void },
): void {
  const stack: { node: AnyNode; isOpen: boolean }[] = [{ node: root, isOpen: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, isOpen } = top
    if (isOpen) {
      visit.leave?.(node)
    } else if (visit.enter(node)) {
      if (visit.leave) stack.push({ node, isOpen: true })
      if (!('children' in node)) continue
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child) stack.push({ node: child, isOpen: false })
      }
    }
  }
}

export function isElement(node: AnyNode | null | undefined): node is Element {
  return node != null && 'attribs' in node && 'name' in node
}

/** The element around a node, or null at the top. */
export function parentOf(node: AnyNode): Element | null {
  return isElement(node.parent) ? node.parent : null
}

const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'select',
])

/** Whether an element's content is no text for readers. */
export function isUnread({ name, attribs }: Element): boolean {
  return unread.has(name) || 'hidden' in attribs
}

/** The words within a node, in one line and at most 2,000 characters. */
export function textOf(root: AnyNode): string {
  const words: string[] = []
  let length = 0
  walk(root, {
    enter(node) {
      if (length > 2000 || (isElement(node) && isUnread(node))) return false
      if (node.type === 'text') {
        words.push(node.data)
        length += node.data.length
      } else if (isElement(node) && isBlock(node)) {
        words.push(' ')
      }
      return true
    },
  })
  return startOf(foldSpace(words.join('')), 2000)
}

const blocks = new Set(
  `address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

/** Whether an element begins a new line. */
export function isBlock({ name }: Element): boolean {
  return blocks.has(name)
}

/** The rank of a heading, 1 to 6, or 0 for anything else. */
export function headingLevel({ name }: Element): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0
}

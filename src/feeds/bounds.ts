export const maxItems = 1000
export const maxDepth = 1000

const itemTag = /(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/iy

/**
 * Keeps a feed's text within bounds before anything parses it: cuts what lies between its 1,000th item
 * and its end. Null when tags nest deeper than 1,000; whatever an item leaves open ends with it. Takes
 * time linear in the text.
 */
export function boundFeed(text: string): string | null {
  let depth = 0
  let itemDepth = 0
  let items = 0
  let tagEnd = -1
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next === bang) {
      const end = skipSection(text, at)
      if (end === -1) return text
      at = end
      continue
    }
    const isEnd = next === slash
    if (!isEnd && !isNameStart(next)) continue
    // A tag's end is looked for once, however many beginnings stand before it.
    if (tagEnd < at) tagEnd = text.indexOf('>', at)
    if (tagEnd === -1) return text
    itemTag.lastIndex = at + (isEnd ? 2 : 1)
    const isItem = itemTag.test(text)
    if (isEnd) {
      if (isItem && itemDepth > 0) {
        depth = itemDepth
        itemDepth = 0
        if (++items === maxItems) return cutAfter(text, tagEnd + 1, text.slice(at, tagEnd + 1))
      }
      depth = Math.max(0, depth - 1)
    } else if (text.charCodeAt(tagEnd - 1) !== slash) {
      if (++depth > maxDepth) return null
      if (isItem && itemDepth === 0) itemDepth = depth
    }
  }
  return text
}

const bang = 0x21
const slash = 0x2f
const isNameStart = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a

/** Where a comment, a CDATA section or a declaration ends, or -1. */
function skipSection(text: string, at: number): number {
  if (text.startsWith('<![CDATA[', at)) return text.indexOf(']]>', at)
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at)
  return at
}

function cutAfter(text: string, end: number, endTag: string): string {
  const lastItem = text.lastIndexOf(endTag)
  return lastItem < end ? text : text.slice(0, end) + text.slice(lastItem + endTag.length)
}

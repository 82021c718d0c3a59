export const maxItems = 1000

/** The most elements that a parser of feeds holds open; its work grows with their number. */
export const maxDepth = 1000

/** Thrown by a parser for a feed whose elements nest too deeply. */
export class TooDeepError extends Error {
  override name = 'TooDeepError'

  constructor() {
    super(`its elements nest deeper than ${maxDepth} levels`)
  }
}

const itemTag = /(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/iy

/**
 * Cuts a feed's text before anything parses it: what lies between its 1,000th item and its last one's
 * end. Items within items are not counted. Takes time linear in the text. What is left may still hold
 * more items, as parsers differ in what they take for one.
 */
export function boundItems(text: string): string {
  let items = 0
  let openItem: string | null = null
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
    itemTag.lastIndex = at + (isEnd ? 2 : 1)
    const name = itemTag.exec(text)?.[0]
    if (name === undefined) continue
    // A tag's end is looked for once, however many beginnings stand before it.
    if (tagEnd < at) tagEnd = text.indexOf('>', at)
    if (tagEnd === -1) return text
    if (isEnd) {
      if (name === openItem) openItem = null
    } else if (openItem === null) {
      if (++items > maxItems) return text.slice(0, at) + text.slice(endOfLastItem(text, tagEnd + 1))
      if (text.charCodeAt(tagEnd - 1) !== slash) openItem = name
    }
  }
  return text
}

const bang = 0x21
const slash = 0x2f

/** Where a comment or a CDATA section ends, or -1; where it stands for anything else. */
function skipSection(text: string, at: number): number {
  if (text.startsWith('<![CDATA[', at)) return text.indexOf(']]>', at)
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at)
  return at
}

/** The end of the last tag of an item at or after `from`; `from` where there is none. */
function endOfLastItem(text: string, from: number): number {
  for (let at = text.lastIndexOf('<'); at >= from; at = text.lastIndexOf('<', at - 1)) {
    itemTag.lastIndex = at + (text.charCodeAt(at + 1) === slash ? 2 : 1)
    if (!itemTag.test(text)) continue
    const end = text.indexOf('>', at)
    return end === -1 ? text.length : end + 1
  }
  return from
}

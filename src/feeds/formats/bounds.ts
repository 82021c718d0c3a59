import { ReasonError } from '../../domain/reason.ts'

export const maxItems = 1000

// A parser's work grows with the elements that it holds open.
const maxDepth = 1000

const maxElements = 500_000
const maxValues = 1_000_000

/** Thrown for a feed that holds more, or nests deeper, than one of news does. */
export class FeedTooLargeError extends ReasonError {
  override name = 'FeedTooLargeError'
}

/** To be asked by a parser of XML before it opens an element among so many open ones. */
export function checkDepth(open: number): void {
  if (open >= maxDepth) {
    throw new FeedTooLargeError({ code: 'feed-too-deep', most: maxDepth })
  }
}

const itemTag = /(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/iy

/**
 * Cuts a feed's text before anything parses it: what lies between its 1,000th item and its last one's
 * end. Items within items are not counted. Takes time linear in the text. What is left may still hold
 * more items, as parsers differ in what they take for one. Throws FeedTooLargeError.
 */
export function boundItems(text: string): string {
  let items = 0
  let elements = 0
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
    if (isNameStart(next) && ++elements > maxElements) {
      throw new FeedTooLargeError({ code: 'feed-many-elements', most: maxElements })
    }
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
const isNameStart = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a

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

/**
 * Throws FeedTooLargeError for JSON of more than a million values, or nested deeper than 1,000 levels: no
 * thread can be ended while it parses JSON, and when that fills its memory the whole process ends.
 */
export function checkJson(text: string): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      at = endOfString(text, at)
    } else if (code === comma || code === openBracket || code === openBrace) {
      if (++values > maxValues) {
        throw new FeedTooLargeError({ code: 'feed-many-values', most: maxValues })
      }
      if (code !== comma) checkDepth(depth++)
    } else if (code === closeBracket || code === closeBrace) {
      depth--
    }
  }
}

const quote = 0x22
const comma = 0x2c
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = end
    while (text.charCodeAt(escapes - 1) === backslash) escapes--
    if ((end - escapes) % 2 === 0) return end
  }
  return text.length
}

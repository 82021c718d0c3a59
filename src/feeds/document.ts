export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json'

/** What lies in a text: a feed from its root element to its end, or the reason why it is none. */
export type Document =
  | { kind: 'feed'; format: FeedFormat; text: string }
  | { kind: 'no-feed'; reason: string }

const formats: Record<string, FeedFormat> = { rss: 'rss', rdf: 'rdf', feed: 'atom' }
const rootTag = /<(?:[\w.-]+:)?(rss|rdf|feed)(?=[\s>/])/i

/**
 * Finds the feed in a text. Whatever precedes its root element is dropped: stray output of a broken
 * server, and with it any document type, so that no entity is ever defined or fetched. So is what
 * follows its end, and characters that XML forbids (XML 1.0, 2.2).
 */
export function findFeed(raw: string): Document {
  const text = raw.replace(/[\p{Cc}--[\t\n\r\x80-\x9f]]/gv, '')
  const start = text.slice(0, 200).trimStart()
  if (start === '' && text.trim() === '') return { kind: 'no-feed', reason: 'it is empty' }
  if (start.startsWith('{')) return { kind: 'feed', format: 'json', text }
  const isPage = /^(?:html|head|body)$/.test(firstElement(text) ?? '')
  // Far into a text it is likelier to be a word about feeds than one.
  const root = isPage ? null : rootTag.exec(text.slice(0, 64 * 1024))
  const format = formats[root?.[1]?.toLowerCase() ?? '']
  if (!root || !format) {
    const isHtml = isPage || /<!doctype\s+html|<(?:head|title|body|meta|div)[\s>]/i.test(start)
    const reason = isHtml ? 'this is a web page, not a feed' : 'it is no RSS, Atom or JSON Feed'
    return { kind: 'no-feed', reason }
  }
  const name = root[0].slice(1)
  const end = text.lastIndexOf(`</${name}>`)
  return {
    kind: 'feed',
    format,
    text: text.slice(root.index, end > root.index ? end + name.length + 3 : undefined),
  }
}

/** The name of the first element after declarations and comments. */
function firstElement(text: string): string | null {
  let at = text.indexOf('<')
  while (at !== -1) {
    const isComment = text.startsWith('<!--', at)
    if (!isComment && text[at + 1] !== '!' && text[at + 1] !== '?') {
      return /^<([a-z][\w.:-]{0,40})/i.exec(text.slice(at, at + 50))?.[1]?.toLowerCase() ?? null
    }
    const end = isComment ? text.indexOf('-->', at) : text.indexOf('>', at)
    at = end === -1 ? -1 : text.indexOf('<', end)
  }
  return null
}

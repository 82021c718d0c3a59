export type FeedSyntax = 'rss' | 'rdf' | 'atom' | 'json'

/** What lies in a text: a feed from its root element to its end, or the reason why it is none. */
export type Document =
  | { kind: 'feed'; syntax: FeedSyntax; text: string }
  | { kind: 'no-feed'; reason: string }

const syntaxes: Record<string, FeedSyntax> = { rss: 'rss', rdf: 'rdf', feed: 'atom' }
const rootTag = /<(?:[\w.-]{1,30}:)?(rss|rdf|feed)(?=[\s>/])/i

/**
 * Finds the feed in a text. Whatever precedes its root element is dropped: stray output of a broken
 * server, and with it any document type, so that no entity is ever defined or fetched. So is what
 * follows its end.
 */
export function findFeed(text: string): Document {
  const start = text.slice(0, 200).trimStart()
  if (start === '' && text.trim() === '') return { kind: 'no-feed', reason: 'it is empty' }
  if (start.startsWith('{')) return { kind: 'feed', syntax: 'json', text }
  const first = firstElement(text)
  const isPage = /^<(?:html|head|body)[\s>]/i.test(text.slice(first, first + 10))
  // Far beyond the first element it is likelier to be a word about feeds than one.
  const root = isPage ? null : rootTag.exec(text.slice(0, first + 64 * 1024))
  const syntax = syntaxes[root?.[1]?.toLowerCase() ?? '']
  if (!root || !syntax) {
    const isHtml = isPage || /<!doctype\s+html|<(?:head|title|body|meta|div)[\s>]/i.test(start)
    const reason = isHtml ? 'this is a web page, not a feed' : 'it is no RSS, Atom or JSON Feed'
    return { kind: 'no-feed', reason }
  }
  const name = root[0].slice(1)
  const end = text.lastIndexOf(`</${name}>`)
  return {
    kind: 'feed',
    syntax,
    text: text.slice(root.index, end > root.index ? end + name.length + 3 : undefined),
  }
}

/** Where the first element begins, after declarations and comments; 0 when there is none. */
function firstElement(text: string): number {
  let at = text.indexOf('<')
  while (at !== -1) {
    const isComment = text.startsWith('<!--', at)
    if (!isComment && text[at + 1] !== '!' && text[at + 1] !== '?') return at
    const end = isComment ? text.indexOf('-->', at) : text.indexOf('>', at)
    at = end === -1 ? -1 : text.indexOf('<', end)
  }
  return 0
}

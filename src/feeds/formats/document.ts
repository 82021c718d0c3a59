import type { Reason } from '../../domain/reason.ts'
import { expandEntities } from './entities.ts'

export type FeedSyntax = 'rss' | 'rdf' | 'atom' | 'json'

/** What lies in a text: a feed from its root element to its end, or the reason why it is none. */
export type Document =
  | { kind: 'feed'; syntax: FeedSyntax; text: string }
  | { kind: 'no-feed'; reason: Reason }

const syntaxes: Record<string, FeedSyntax> = { rss: 'rss', rdf: 'rdf', feed: 'atom' }
const maxProlog = 64 * 1024
const rootTag = /<(?:[\w.-]{1,30}:)?(rss|rdf|feed)(?=[\s>/])/i

/**
 * Finds the feed in a text. Whatever precedes its root element is dropped: stray output of a broken
 * server, and with it any document type, whose entities are put in place here, so that no parser ever
 * defines or fetches one. So is what follows its end.
 */
export function findFeed(text: string): Document {
  const beginning = text.slice(0, 200).trimStart()
  if (beginning === '' && text.trim() === '') return { kind: 'no-feed', reason: { code: 'empty' } }
  if (beginning.startsWith('{')) return { kind: 'feed', syntax: 'json', text }
  const first = firstElement(text)
  const isPage = /^<(?:html|head|body|meta|title|link)[\s>]/i.test(text.slice(first, first + 10))
  // Far beyond the first element it is likelier to be a word about feeds than one.
  const root = isPage ? null : rootTag.exec(text.slice(first, first + 64 * 1024))
  const syntax = syntaxes[root?.[1]?.toLowerCase() ?? '']
  if (!root || !syntax) {
    const isHtml = isPage || /<!doctype\s+html|<(?:head|title|body|meta|div)[\s>]/i.test(beginning)
    return { kind: 'no-feed', reason: { code: isHtml ? 'web-page' : 'no-feed' } }
  }
  const start = first + root.index
  const name = root[0].slice(1)
  const end = text.lastIndexOf(`</${name}>`)
  const isWhole = end > start
  const feed = text.slice(start, isWhole ? end + name.length + 3 : undefined)
  const whole = isWhole ? feed : withoutCutItem(feed)
  return {
    kind: 'feed',
    syntax,
    text: expandEntities(whole, text.slice(0, Math.min(start, maxProlog))),
  }
}

/** A text that was cut off, without its last item where that is not whole: half an address is a wrong one. */
function withoutCutItem(text: string): string {
  for (let at = text.lastIndexOf('</'); at > 0; at = text.lastIndexOf('</', at - 1)) {
    itemEnd.lastIndex = at
    if (!itemEnd.test(text)) continue
    const end = itemEnd.lastIndex
    return /<(?:[\w.-]+:)?(?:item|entry)[\s>]/i.test(text.slice(end)) ? text.slice(0, end) : text
  }
  return text
}

const itemEnd = /<\/(?:[\w.-]{1,30}:)?(?:item|entry)\s*>/iy

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

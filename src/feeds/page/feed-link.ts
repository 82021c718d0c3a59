import type { FeedKind } from '../../domain/feed.ts'

/** A feed that a page names. */
export type FeedLink = {
  url: string
  title: string
  type: 'rss' | 'atom' | 'json'
  /** What it carries, where that is known. */
  kind?: FeedKind
}

/** The format of a feed that a link names by its relation and its media type; null where it names none. */
export function typeOfFeed(
  rel: string | undefined,
  mediaType: string | undefined,
  href: string,
): FeedLink['type'] | null {
  const relations = (rel ?? '').toLowerCase().split(/\s+/)
  if (!relations.includes('alternate') && !relations.includes('feed')) return null
  const type = (mediaType ?? '').trim().toLowerCase()
  if (/^application\/(?:feed\+)?json\b/.test(type)) {
    // WordPress names its programming interface in the same way.
    return /wp-json|oembed/.test(href) ? null : 'json'
  }
  if (/^(?:application|text)\/(?:x-)?atom(?:\+xml)?\b/.test(type)) return 'atom'
  return /^(?:application|text)\/(?:(?:x-)?(?:rss|rdf)(?:\+xml)?|xml)(?![\w+-])/.test(type)
    ? 'rss'
    : null
}

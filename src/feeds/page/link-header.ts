import { webAddress } from '../../domain/address.ts'
import { clip } from '../../text/clip.ts'
import { type FeedLink, typeOfFeed } from './feed-link.ts'

// Each part bounded, as a header without its end would be looked through from each beginning.
const link =
  /<([^<>]{1,2048})>((?:\s*;\s*[\w*-]{1,30}(?:\s*=\s*(?:"[^"]{0,500}"|[^\s";,]{1,500}))?)*)/g
const parameter = /;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s";,]*))/g

/** The feeds that `Link` headers of an answer from `address` name (RFC 8288), as `<link rel="alternate">` does. */
export function feedsOfLinkHeader(header: string, address: string): FeedLink[] {
  return [...header.matchAll(link)].flatMap(([, href = '', rest = '']) => {
    const given = new Map<string, string>()
    for (const [, name = '', quoted, bare = ''] of rest.matchAll(parameter)) {
      const key = name.toLowerCase()
      if (!given.has(key)) given.set(key, quoted ?? bare)
    }
    const url = webAddress(href, address)
    const type = typeOfFeed(given.get('rel'), given.get('type'), href)
    return url && type ? [{ url, title: clip(given.get('title') || url, 100), type }] : []
  })
}

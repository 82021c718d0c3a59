import type { Reason } from '../domain/reason.ts'

/** What a page's first bytes give away when they are no page at all. */
const signatures: [string, string][] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['PK\x03\x04', 'archive'],
  ['\x1f\x8b', 'archive'],
]

/** What the bytes are instead of a web page, or null when they may be one. */
export function notAPage(bytes: Uint8Array, contentType: string | null): Reason | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (
    type &&
    !/^(text\/(?!css|javascript)|application\/(xhtml|xml|octet-stream)|.*\+xml$)/.test(type)
  ) {
    return { code: 'not-a-page-type', type: type.slice(0, 60) }
  }
  if (type && /^application\/(rss|atom|rdf)\+xml$/.test(type))
    return { code: 'not-a-page', what: 'feed' }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  const what = signatures.find(([signature]) => start.startsWith(signature))?.[1]
  return what === undefined ? null : { code: 'not-a-page', what }
}

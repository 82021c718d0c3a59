/** What a page's first bytes give away when they are no page at all. */
const signatures: [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['PK\x03\x04', 'an archive'],
  ['\x1f\x8b', 'an archive'],
]

/** What the bytes are instead of a web page, in plain words, or null when they may be one. */
export function notAPage(bytes: Uint8Array, contentType: string | null): string | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (
    type &&
    !/^(text\/(?!css|javascript)|application\/(xhtml|xml|octet-stream)|.*\+xml$)/.test(type)
  ) {
    return `of the type ${type.slice(0, 60)}`
  }
  if (type && /^application\/(rss|atom|rdf)\+xml$/.test(type)) return 'a feed'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}

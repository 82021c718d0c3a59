import { detect } from 'jschardet'

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
  const start = latin1(bytes.subarray(0, 8))
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}

/**
 * Turns a page's bytes into text. A byte order mark decides; then the charset that HTTP names, if the
 * bytes are possible in it; then UTF-8 if they are valid, for most wrong labels hide UTF-8; then the
 * page's own `meta`; then what the letters look like. Never throws: what fits nothing becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const marked = markedCharset(bytes)
  if (marked) return decode(bytes, marked) ?? ''
  const named = /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1]
  const candidates = [
    () => (named && !isUtf8(named) ? plausible(decodeStrictly(bytes, named)) : null),
    () => decodeStrictly(bytes, 'utf-8'),
    () => decodeStrictly(bytes, metaCharset(bytes)),
    () => (isUtf8(named ?? metaCharset(bytes)) ? mostlyUtf8(bytes) : null),
    () => decode(bytes, detect(Buffer.from(bytes.subarray(0, 100_000))).encoding),
  ]
  for (const candidate of candidates) {
    const text = candidate()
    if (text !== null) return text
  }
  return decode(bytes, 'utf-8') ?? ''
}

function markedCharset(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return null
}

// The HTML Standard, 13.2.3.2, looks at the first 1,024 bytes; real pages put it later too.
function metaCharset(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 8192))
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? null
}

// UTF-8 read in a one-byte charset shows as runs of Ð, Ñ or Ã before a sign.
function plausible(text: string | null): string | null {
  if (text === null) return null
  const odd = text
    .slice(0, 200_000)
    .match(/[ÐÑÃ][\x80-\xbf\u2000-\u2200]|[РС][\u0400-\u040f\u0450-\u045f‚„…†‡€‰‹›°±µ¶·]/g)
  return (odd?.length ?? 0) > 20 ? null : text
}

/** A page in UTF-8 with a few broken characters, as cutting by bytes leaves them. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8') ?? ''
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return broken * 100 < text.length ? text : null
}

function isUtf8(label: string | null | undefined): boolean {
  return /^utf-?8$/i.test(label ?? '')
}

function decodeStrictly(bytes: Uint8Array, label: string | null): string | null {
  return label === null ? null : decode(bytes, label, { fatal: true })
}

function decode(
  bytes: Uint8Array,
  label: string | null,
  options?: TextDecoderOptions,
): string | null {
  try {
    return new TextDecoder(label ?? 'utf-8', options).decode(bytes)
  } catch {
    return null
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

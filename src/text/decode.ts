import { createRequire } from 'node:module'
import { joinHalves, withoutHalves } from './halves.ts'

const require = createRequire(import.meta.url)

/**
 * Turns the bytes of a feed, a page or a file into text: a byte order mark decides, then the labels, of
 * which the first that fits holds: the charset of the HTTP Content-Type, the XML declaration (RFC
 * 7303, 3), the page's `<meta>` (HTML Standard, 13.2.3.2). Labels lie: text that is valid UTF-8 beyond
 * ASCII is UTF-8 whatever single-byte charset is claimed. Where no label fits, a detector is asked.
 * Bytes that fit no character become U+FFFD; nothing is thrown. Characters in two halves are joined.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  return joinHalves(decode(bytes, contentType))
}

function decode(bytes: Uint8Array, contentType: string | null): string {
  const wide = markedEncoding(bytes) ?? unmarkedWideEncoding(bytes)
  if (wide) return decodeAs(bytes, wide) ?? ''
  const utf8 = decodeUtf8(bytes, 20)
  for (const label of labelsOf(bytes, contentType)) {
    if (/^utf-?8$/i.test(label)) {
      const claimed = utf8 ?? decodeUtf8(bytes, 3)
      if (claimed !== null) return claimed
    } else if (utf8 !== null && singleByte.test(label) && beyondAscii.test(utf8)) {
      return utf8
    } else {
      const text = decodeAs(bytes, label)
      // What is valid UTF-8 is something else only where all of it fits.
      const wholePerBroken = utf8 === null ? 3 : Number.POSITIVE_INFINITY
      if (text !== null && isMostlyWhole(text, wholePerBroken)) return text
    }
  }
  return utf8 ?? decodeDetected(bytes) ?? lossyUtf8(bytes)
}

const singleByte = /^(us-ascii|ascii|iso-?8859|latin|windows-?(125|874)|cp-?125|koi8|mac)/i
const beyondAscii = /[\u0080-\uffff]/
// ISO-2022 hides its characters behind escapes and passes for ASCII (RFC 1468).
const iso2022 = ['\u001b$', '\u001b(']

/**
 * The text where the bytes are UTF-8, but for a few that broke on the way: for each of them there must
 * be more than so many whole characters beyond ASCII. Else null.
 */
function decodeUtf8(bytes: Uint8Array, wholePerBroken: number): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return iso2022.some((sign) => text.includes(sign)) ? null : text
  } catch {
    const text = lossyUtf8(withoutHalves(bytes) ?? bytes)
    return isMostlyWhole(text, wholePerBroken) ? text : null
  }
}

function isMostlyWhole(text: string, wholePerBroken: number): boolean {
  const broken = text.split('\ufffd').length - 1
  if (broken === 0) return true
  const whole = (text.match(/[\u0080-\uffff]/g)?.length ?? 0) - broken
  return broken * wholePerBroken < whole
}

function lossyUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

function markedEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** XML begins with `<`, JSON with `{`: its zero bytes show the width (XML 1.0, appendix F). */
function unmarkedWideEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0 && b === 0 && c === 0) return 'utf-32be'
  if (b === 0 && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && c === 0) return 'utf-16be'
  if (b === 0 && d === 0) return 'utf-16le'
  return null
}

const httpLabel = /charset\s*=\s*["']?([^\s"';]+)/i
const xmlLabel = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"'<>]+)["']/i
const metaLabel = /<meta\s[^>]{0,300}?\bcharset\s*=\s*["']?([\w:.-]{1,40})/i

function labelsOf(bytes: Uint8Array, contentType: string | null): string[] {
  // The HTML Standard looks at the first 1,024 bytes; real pages put it later too.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192))
  const found = [
    httpLabel.exec(contentType ?? ''),
    xmlLabel.exec(start.slice(0, 1024)),
    metaLabel.exec(start),
  ]
  const labels = found.flatMap((match) => match?.[1]?.trim() ?? [])
  // UTF-16 and 32 would have shown by their bytes.
  return labels.filter((label) => !/^(?:utf-?(?:16|32)|ucs)/i.test(label))
}

/**
 * Null for a label that nobody knows. The second decoder knows the old ones that browsers dropped, and all
 * letters of those of which the first one knows a part.
 */
function decodeAs(bytes: Uint8Array, label: string | null): string | null {
  if (label === null) return null
  const encoding = encodingOf(label)
  const whole = encoding === null ? undefined : wholeTables[encoding]
  if (encoding !== null && !whole) return new TextDecoder(encoding).decode(bytes)
  const iconv: typeof import('iconv-lite') = require('iconv-lite')
  const name = whole ?? label
  return iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : null
}

/** The encoding that browsers read a label as (WHATWG Encoding, 4.2); null where they know none. */
function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

// WHATWG Encoding: euc-kr is code page 949, big5 has the letters of Hong Kong, and gbk all of gb18030.
const wholeTables: Record<string, string> = {
  'euc-kr': 'cp949',
  big5: 'big5-hkscs',
  gbk: 'gb18030',
}

function decodeDetected(bytes: Uint8Array): string | null {
  const text = decodeAs(bytes, detectEncoding(bytes))
  if (text !== null && !text.includes('\ufffd') && !isGarbled(text)) return text
  return decodeByScript(bytes) ?? text
}

// Of letters of Latin only, so many accents in a row that they can be no words.
function isGarbled(text: string): boolean {
  const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0
  return (text.match(/[\u0080-\u024f]{4}/g)?.length ?? 0) * 4 > foreign / 2
}

// The detector gives up on letters beyond the national standards; scripts that nobody mixes up remain.
const scripts: readonly [string, RegExp][] = [
  ['cp949', /[\uac00-\ud7a3]/g],
  ['shift_jis', /[\u3040-\u30ff]/g],
  ['euc-jp', /[\u3040-\u30ff]/g],
]

function decodeByScript(bytes: Uint8Array): string | null {
  for (const [encoding, letters] of scripts) {
    const text = decodeAs(bytes, encoding)
    if (text === null || text.includes('\ufffd')) continue
    const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0
    if ((text.match(letters)?.length ?? 0) * 2 > foreign) return text
  }
  return null
}

// Loaded only for the few texts that need them: their tables are large.
function detectEncoding(bytes: Uint8Array): string | null {
  const { detect }: typeof import('jschardet') = require('jschardet')
  // A long beginning in ASCII would give no clue.
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1024)
  return detect(Buffer.from(bytes.subarray(from, from + 64 * 1024))).encoding
}

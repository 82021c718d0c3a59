/**
 * Turns the bytes of a feed into text: a byte order mark decides, then the charset of the HTTP
 * Content-Type, then the XML declaration (RFC 7303, 3). Labels lie: text that is valid UTF-8 beyond
 * ASCII is UTF-8 whatever single-byte charset is claimed, and where UTF-8 is claimed and does not
 * fit, the next label is asked, then a detector. Bytes that fit no character become U+FFFD.
 */
export async function decodeFeed(bytes: Uint8Array, contentType: string | null): Promise<string> {
  const wide = markedEncoding(bytes) ?? unmarkedWideEncoding(bytes)
  if (wide) return (await decodeAs(bytes, wide)) ?? ''
  const utf8 = decodeUtf8(bytes, 20)
  for (const label of [httpCharset(contentType), prologEncoding(bytes)]) {
    // UTF-16 and 32 would have shown above.
    if (label === null || /^(utf-?(16|32)|ucs)/i.test(label)) continue
    if (/^utf-?8$/i.test(label)) {
      const claimed = utf8 ?? decodeUtf8(bytes, 3)
      if (claimed !== null) return claimed
    } else if (utf8 !== null && singleByte.test(label) && beyondAscii.test(utf8)) {
      return utf8
    } else {
      const text = await decodeAs(bytes, label)
      if (text !== null) return text
    }
  }
  if (utf8 !== null) return utf8
  return (await decodeAs(bytes, await detectEncoding(bytes))) ?? lossyUtf8(bytes)
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
    const text = lossyUtf8(bytes)
    const broken = text.split('\ufffd').length - 1
    const whole = (text.match(/[\u0080-\uffff]/g)?.length ?? 0) - broken
    return broken * wholePerBroken < whole ? text : null
  }
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

/** XML begins with `<`, JSON with `{`: its zero bytes tell the width (XML 1.0, appendix F). */
function unmarkedWideEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0 && b === 0 && c === 0) return 'utf-32be'
  if (b === 0 && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && c === 0) return 'utf-16be'
  if (b === 0 && d === 0) return 'utf-16le'
  return null
}

function httpCharset(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1] ?? null
}

function prologEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /<\?xml[^>]*\bencoding\s*=\s*["']([^"'<>]+)["']/i.exec(start)?.[1]?.trim() ?? null
}

/** Null for a label that nobody knows. The second decoder knows the old ones that browsers dropped. */
async function decodeAs(bytes: Uint8Array, label: string | null): Promise<string | null> {
  if (label === null) return null
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    const { default: iconv } = await import('iconv-lite')
    return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : null
  }
}

async function detectEncoding(bytes: Uint8Array): Promise<string | null> {
  const { detect } = await import('jschardet')
  // A long beginning in ASCII would tell nothing.
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1024)
  return detect(Buffer.from(bytes.subarray(from, from + 64 * 1024))).encoding
}

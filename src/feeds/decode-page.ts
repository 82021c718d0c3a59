import { decodeFeed } from '../text/decode.ts'

/**
 * Turns the bytes of a page or a feed into text: where HTTP names no charset, that of the page's
 * `<meta>` (HTML Standard, 13.2.3.2) takes its place; else as for a feed.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): Promise<string> {
  if (/charset\s*=/i.test(contentType ?? '')) return decodeFeed(bytes, contentType)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const [, label] = /<meta\s[^>]{0,300}\bcharset\s*=\s*["']?([\w:.-]{1,40})/i.exec(start) ?? []
  return decodeFeed(bytes, label ? `text/html; charset=${label}` : contentType)
}

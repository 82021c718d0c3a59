import { canonicalAddress } from '../../domain/address.ts'
import { plainText } from '../../text/plain-text.ts'

const tag = /<meta\s[^<>]{0,500}http-equiv\s*=\s*["']?refresh["'\s/>][^<>]{0,2100}/i
const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i
// A page that is to be read first says so by a longer while.
const mostSeconds = 10

/** Where a page leads on by itself (HTML Standard, 4.2.5.3), soon and elsewhere; null where it does not. */
export function readRefresh(html: string, address: string | null): string | null {
  const meta = tag.exec(html.slice(0, 64 * 1024))?.[0] ?? ''
  const [, double, single] = content.exec(meta) ?? []
  const [, seconds, url] =
    /^\s*(\d+)[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(
      plainText(double ?? single ?? ''),
    ) ?? []
  if (!url || Number(seconds) > mostSeconds) return null
  const target = canonicalAddress(url, address ?? undefined)
  return target === canonicalAddress(address ?? '') ? null : target
}

const maxBase = 2048

/** The base that xml:base gives (XML Base, 4), outermost value first, or null when none can be told. */
export function resolveBase(bases: string[], address: string | null): string | null {
  let base: string | null = null
  for (const value of bases) {
    if (value.trim() === '' || value.length > maxBase) continue
    const next: string | undefined = URL.parse(value.trim(), base ?? address ?? undefined)?.href
    if (next && next.length <= maxBase) base = next
  }
  return base
}

// Bounded, as an attribute that never ends would be looked through from each beginning.
const attribute = /(\s(?:href|src)\s*=\s*)(?:"([^"<>]{1,2048})"|'([^'<>]{1,2048})')/gi
const isRelative = /\s(?:href|src)\s*=\s*["'](?!\s*(?:[a-z][a-z0-9+.-]*:|#))/i

/** What the links of a text may add to its length: a long base makes much of many short ones. */
const mostGrowth = 64 * 1024

/** HTML with its relative links and images made absolute, as far as that adds no more than 64 KB. */
export function absoluteLinks(html: string, base: string | null): string {
  if (base === null || !html.includes('=') || !isRelative.test(html)) return html
  let growth = 0
  return html.replace(attribute, (whole, start: string, double?: string, single?: string) => {
    const address = (double ?? single ?? '').trim()
    if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(address) || growth > mostGrowth) return whole
    const url = URL.parse(address.replaceAll('&amp;', '&'), base)
    const link = url ? `${start}"${url.href.replaceAll('&', '&amp;')}"` : whole
    growth += link.length - whole.length
    return link
  })
}

/** The base that xml:base gives (XML Base, 4), outermost value first, or null when there is none. */
export function resolveBase(bases: string[], address: string | null): string | null {
  let base: string | null = null
  for (const value of bases) {
    if (value.trim() !== '')
      base = URL.parse(value.trim(), base ?? address ?? undefined)?.href ?? base
  }
  return base
}

// Bounded, as an attribute that never ends would be looked through from each beginning.
const attribute = /(\s(?:href|src)\s*=\s*)(?:"([^"<>]{1,2048})"|'([^'<>]{1,2048})')/gi
const isRelative = /\s(?:href|src)\s*=\s*["'](?!\s*(?:[a-z][a-z0-9+.-]*:|#))/i

/** HTML with its relative links and images made absolute. */
export function absoluteLinks(html: string, base: string | null): string {
  if (base === null || !html.includes('=') || !isRelative.test(html)) return html
  return html.replace(attribute, (whole, start: string, double?: string, single?: string) => {
    const address = (double ?? single ?? '').trim()
    if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(address)) return whole
    const url = URL.parse(address.replaceAll('&amp;', '&'), base)
    return url ? `${start}"${url.href.replaceAll('&', '&amp;')}"` : whole
  })
}

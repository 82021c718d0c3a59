// Parameters that only tell the publisher where a reader came from.
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|mc_[ce]id|igshid|mkt_tok|_hs(enc|mi)|at_(medium|campaign|custom\d)|ref_src|ns_(mchannel|source|campaign)|ito|cmpid|xtor|wt_mc|_ga|_gl|sh_kit)$/
const maxLength = 2048
/** In HTML, where `&` takes five: a message holds 32,768 bytes, and a story up to five addresses. */
const maxEscaped = 4096

/**
 * An http(s) address as it is, resolved where it is relative. Null for anything that is no http(s)
 * address, or longer than 2,048 characters, or than 4,096 once it is escaped for HTML.
 */
export function webAddress(address: string, base?: string): string | null {
  return bounded(parseWeb(address, base))
}

/**
 * What `webAddress` gave, without tracking parameters; null for a relative address. The fragment stays:
 * an anchor may be all that tells two items of one page apart.
 */
export function itemAddress(address: string): string | null {
  if (!/^https?:/.test(address)) return null
  return address.includes('?') ? bounded(withoutTracking(parseWeb(address))) : address
}

/** The page of what `itemAddress` gives, in its canonical form. */
export function pageOf(address: string): string {
  return address.split('#', 1)[0] ?? ''
}

/** The form of an address by which a page is known: without tracking parameters and fragment. */
export function canonicalAddress(address: string, base?: string): string | null {
  const url = withoutTracking(parseWeb(address, base))
  if (url?.hash) url.hash = ''
  return bounded(url)
}

// A name with a dot in it, localhost or an IPv6 address. A name of a local network needs its scheme.
const host = /^(localhost(?=[:/?#]|$)|\[|[^\s./?#]+\.[^\s./?#])/i

/** The address that a person wrote, also without its `https://`; null when it is none. */
export function writtenAddress(text: string): string | null {
  const words = withoutFeedScheme(text.trim())
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(words)) return canonicalAddress(words)
  return host.test(words) ? canonicalAddress(`https://${words}`) : null
}

/**
 * An address without the `feed:` by which browsers handed feeds to readers: before an address of its own,
 * or in place of `https:`.
 */
export function withoutFeedScheme(address: string): string {
  return address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:(?:\/\/)?/i, 'https://')
}

function parseWeb(address: string, base?: string): URL | null {
  const url = URL.parse(address.trim(), base)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null
}

// Piece by piece, so that the rest of the query keeps the publisher's own escapes.
function withoutTracking(url: URL | null): URL | null {
  if (url?.search) {
    const parts = url.search.slice(1).split('&')
    const kept = parts.filter((part) => !tracking.test(part.split('=', 1)[0] ?? ''))
    if (kept.length < parts.length) url.search = kept.join('&')
  }
  return url
}

function bounded(url: URL | null): string | null {
  if (!url || url.href.length > maxLength) return null
  return url.href.replaceAll(/[&<>"]/g, '&amp;').length <= maxEscaped ? url.href : null
}

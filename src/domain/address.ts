// Parameters that only tell the publisher where a reader came from.
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|yclid|msclkid|twclid|mc_[ce]id|mkt_tok|igshid|ref_src|at_(medium|campaign|custom\d)|ns_(mchannel|source|campaign)|ito|cmpid|xtor|wt_mc|_ga|_gl|sh_kit)$/

/**
 * The form of an http(s) address by which an article is known: without fragment and tracking
 * parameters. Null for anything that is no http(s) address, or longer than 2,048 characters.
 */
export function canonicalAddress(address: string, base?: string): string | null {
  const url = URL.parse(address.trim(), base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) {
    if (tracking.test(name)) url.searchParams.delete(name)
  }
  return url.href.length <= 2048 ? url.href : null
}

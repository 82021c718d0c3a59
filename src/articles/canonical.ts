import { canonicalAddress } from '../domain/address.ts'
import type { PageMarks } from './page-marks.ts'
import type { Sourced } from './sourced.ts'

/**
 * The one address of a page: what it names as canonical, or as `og:url`, if that is on its own site and
 * no front page; else the address it was read from. Parameters and endings that only choose the AMP
 * form are taken off.
 */
export function findAddress(
  { canonical, metas }: PageMarks,
  address: string | null,
  base: string | null,
): Sourced<string> | null {
  const claims: [string | null | undefined, string][] = [
    [canonical, 'rel=canonical'],
    [metas.get('og:url'), 'og:url'],
  ]
  for (const [claim, source] of claims) {
    const url = claim ? canonicalAddress(claim, base ?? undefined) : null
    if (url && (!address || isTwin(url, address))) return { value: withoutAmp(url), source }
  }
  return address ? { value: withoutAmp(address), source: 'the address it was read from' } : null
}

// Elsewhere, a canonical address could pass one page off as another; and many a template names its
// front page on every page.
function isTwin(claim: string, address: string): boolean {
  const [a, b] = [new URL(claim), new URL(address)]
  return siteOf(a) === siteOf(b) && (a.pathname !== '/' || b.pathname === '/')
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:(?:www\d?|m|mobile|amp|wap)\.)+/, '')
}

function withoutAmp(address: string): string {
  const url = new URL(address)
  for (const [name, value] of [...url.searchParams]) {
    if (name === 'amp' || (name === 'outputType' && value.startsWith('amp')))
      url.searchParams.delete(name)
  }
  url.pathname = url.pathname.replace(/\.amp(\.html?)?$/, '$1').replace(/(.)\/amp(\/?)$/, '$1$2')
  return url.href
}

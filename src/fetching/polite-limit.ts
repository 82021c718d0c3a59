import pLimit, { type LimitFunction } from 'p-limit'
import { registrableDomain } from './registrable-domain.ts'

/** Runs work that asks the host of `url`, as soon as its turn comes. */
export type PoliteLimit = <T>(url: string, work: () => Promise<T>) => Promise<T>

/** Holds to so many pieces of work at once for each host, for each registrable domain, and in all. */
export function politeLimit({
  perHost,
  perDomain,
  inAll,
}: {
  perHost: number
  perDomain: number
  inAll: number
}): PoliteLimit {
  const all = pLimit(inAll)
  const ofHost = limits(perHost)
  const ofDomain = limits(perDomain)
  return (url, work) => {
    const host = URL.parse(url)?.hostname ?? ''
    // The narrowest first: what waits for one slow host must not fill the places of others.
    return ofHost(host)(() => ofDomain(registrableDomain(host))(() => all(work)))
  }
}

function limits(most: number): (key: string) => LimitFunction {
  const known = new Map<string, LimitFunction>()
  return (key) => {
    const limit = known.get(key) ?? pLimit(most)
    known.set(key, limit)
    return limit
  }
}

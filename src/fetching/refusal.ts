import { isIP } from 'node:net'
import type { Reason } from '../domain/reason.ts'
import { fetchErrorReason } from './fetch-failure.ts'
import type { AddressRule } from './guard.ts'
import { refuseUrl } from './http.ts'
import type { Lookup } from './lookup.ts'

/**
 * Why an address would be refused if it were asked for, as by `guardedAgent`; null if it would not. Its
 * name is looked up, and nothing is asked of its server. Never throws.
 */
export type RefusalOf = (address: string) => Promise<Reason | null>

export function createRefusal(rule: AddressRule, lookup: Lookup): RefusalOf {
  return async (address) => {
    const refused = refuseUrl(address)
    if (refused) return refused
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
    if (isIP(host)) return rule(host, host, port)
    try {
      const refusals = (await lookup(host)).map((found) => rule(found.address, host, port))
      return refusals.includes(null) ? null : (refusals[0] ?? null)
    } catch (error) {
      return fetchErrorReason(error, 0)
    }
  }
}

import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, buildConnector, Pool } from 'undici'
import { type AllowedAddress, readAllowedAddress } from '../domain/allowed-address.ts'
import { type Reason, ReasonError } from '../domain/reason.ts'
import type { Lookup } from './lookup.ts'
import { meteredClient } from './metered-client.ts'

/** Why a server at this IP address, reached under this host name and port, is not asked; null if it may be. */
export type AddressRule = (ip: string, host: string, port: number) => Reason | null

/** Thrown when an address lies where outside content must not reach. */
export class RefusedAddressError extends ReasonError {
  override name = 'RefusedAddressError'
}

const webPorts = new Set([80, 443, 8000, 8008, 8080, 8443])

/**
 * Allows public addresses on the usual ports of web servers, and of the others only those named, by
 * entries as `readAllowedAddress` takes them. One with a port is for that name alone, not for others
 * that lead to the same server.
 */
export function addressRule(allowed: readonly string[]): AddressRule {
  const entries = allowed.flatMap((entry) => readAllowedAddress(entry) ?? [])
  return (ip, host, port): Reason | null => {
    const isNamed = entries.some((entry) => {
      if (entry.kind === 'range') return inRange(ip, entry)
      if (entry.port !== null) return entry.host === host && entry.port === port
      return entry.host === host || isSame(ip, entry.host)
    })
    if (isNamed) return null
    if (!isPublic(ip)) return { code: 'private-address', host }
    return webPorts.has(port) ? null : { code: 'unusual-port', port }
  }
}

/** The hosts that such entries name. */
export function namedHosts(allowed: readonly string[]): string[] {
  const entries = allowed.flatMap((entry) => readAllowedAddress(entry) ?? [])
  return entries.flatMap((entry) => (entry.kind === 'host' ? entry.host : []))
}

export type GuardOptions = Agent.Options & {
  /** How names are looked up. */
  lookup: Lookup
  /** A certificate authority to trust in place of the system's, in PEM. */
  ca?: string
}

/**
 * An undici agent that looks at the address before it dials and at the one it is really connected
 * to, on every connection and so on every hop of a redirect. A check of names alone would miss
 * literal addresses, and names that change their answer between check and dial. It speaks HTTP/1.1
 * alone, in which what a server sends beside content is bounded.
 */
export function guardedAgent(rule: AddressRule, { lookup, ca, ...options }: GuardOptions): Agent {
  const connect: buildConnector.connector = (target, done) => {
    const host = target.hostname.replace(/^\[|\]$/g, '')
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80)
    const refusal = (ip: string) => {
      const reason = rule(ip, host, port)
      return reason === null ? null : new RefusedAddressError(reason)
    }
    const literal = isIP(host) ? refusal(host) : null
    if (literal) return done(literal, null)
    const dial = buildConnector({
      timeout: 10_000,
      lookup: lookupAllowed(refusal, lookup),
      ca,
      allowH2: false,
    })
    dial(target, (...outcome) => {
      const [error, socket] = outcome
      if (error) return done(error, null)
      const refused = refusal(socket.remoteAddress ?? '')
      if (!refused) return done(null, socket)
      socket.destroy()
      done(refused, null)
    })
  }
  const own = { ...options, connect, allowH2: false }
  return new Agent({
    ...own,
    factory: (origin) => new Pool(origin, { ...own, factory: (url) => meteredClient(url, own) }),
  })
}

// Resolves a name to its allowed addresses only, so that no packet goes to another.
function lookupAllowed(
  refusal: (ip: string) => RefusedAddressError | null,
  lookup: Lookup,
): LookupFunction {
  return (host, options, done) => {
    const found = (addresses: LookupAddress[]) => {
      const usable = addresses.filter(({ address }) => refusal(address) === null)
      const [first] = usable
      if (!first) done(refusal(addresses[0]?.address ?? ''), [])
      else if (options.all) done(null, usable)
      else done(null, first.address, first.family)
    }
    lookup(host).then(found, (error) => done(error, []))
  }
}

// IPv6 is public only within 2000::/3, which IANA hands out as global unicast. ipaddr.js knows the
// tunnels in it (6to4, Teredo) but takes what lies outside it, such as ::/96, for ordinary.
function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || address.match(ipaddr.IPv6.parse('2000::'), 3)
}

function isSame(ip: string, other: string): boolean {
  if (!ipaddr.isValid(ip) || !ipaddr.isValid(other)) return false
  return ipaddr.parse(ip).toString() === ipaddr.parse(other).toString()
}

function inRange(
  ip: string,
  { network, bits }: Extract<AllowedAddress, { kind: 'range' }>,
): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.parse(ip)
  const first = ipaddr.parse(network)
  return address.kind() === first.kind() && address.match(first, bits)
}

import dns from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, buildConnector } from 'undici'

/** Says whether a server at this IP address, reached under this host name and port, may be asked. */
export type AddressRule = (ip: string, host: string, port: number) => boolean

/** Thrown when an address lies in a network that outside content must not reach. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
}

/**
 * Allows public addresses, and of the others only those named: entries are `host`, `host:port`, an
 * IP address or a CIDR range.
 */
export function addressRule(allowed: readonly string[]): AddressRule {
  return (ip, host, port) =>
    isPublic(ip) ||
    allowed.some(
      (entry) =>
        entry === host || entry === `${host}:${port}` || entry === ip || inRange(ip, entry),
    )
}

/**
 * An undici agent that looks at the address before it dials and at the one it is really connected
 * to, on every connection and so on every hop of a redirect. A check of names alone would miss
 * literal addresses, and names that change their answer between check and dial.
 */
export function guardedAgent(rule: AddressRule, options: Agent.Options = {}): Agent {
  return new Agent({
    ...options,
    connect(target, done) {
      const host = target.hostname.replace(/^\[|\]$/g, '')
      const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80)
      const allowed = (ip: string) => rule(ip, host, port)
      if (isIP(host) && !allowed(host)) return done(refusal(host), null)
      const dial = buildConnector({ timeout: 10_000, lookup: lookupAllowed(allowed) })
      dial(target, (...outcome) => {
        const [error, socket] = outcome
        if (error) return done(error, null)
        if (allowed(socket.remoteAddress ?? '')) return done(null, socket)
        socket.destroy()
        done(refusal(host), null)
      })
    },
  })
}

// Resolves a name to its allowed addresses only, so that no packet goes to another.
function lookupAllowed(allowed: (ip: string) => boolean): LookupFunction {
  return (host, options, done) => {
    dns.lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const usable = addresses.filter(({ address }) => allowed(address))
      const [first] = usable
      if (!first) return done(refusal(host), [])
      if (options.all) done(null, usable)
      else done(null, first.address, first.family)
    })
  }
}

function refusal(host: string): RefusedAddressError {
  return new RefusedAddressError(`${host} is a private or reserved address`)
}

function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.process(ip)
  return address.range() === 'unicast' && !isCompatible(address)
}

// ::/96 holds IPv4 addresses in an old notation that ipaddr.js calls ordinary.
function isCompatible(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address instanceof ipaddr.IPv6 && address.match(ipaddr.IPv6.parse('::'), 96)
}

function inRange(ip: string, entry: string): boolean {
  if (!entry.includes('/') || !ipaddr.isValidCIDR(entry)) return false
  const [network, bits] = ipaddr.parseCIDR(entry)
  const address = ipaddr.process(ip)
  return address.kind() === network.kind() && address.match(network, bits)
}

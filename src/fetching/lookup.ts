import type { LookupAddress } from 'node:dns'
import dns, { Resolver } from 'node:dns/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import pLimit, { type LimitFunction } from 'p-limit'
import { circuitBreaker } from './circuit-breaker.ts'
import { hostsFile } from './hosts-file.ts'
import { registrableDomain } from './registrable-domain.ts'

/** Looks up a host: at least one address, or an error whose code is ENOTFOUND or EAI_AGAIN. */
export type Lookup = (host: string) => Promise<LookupAddress[]>

/** Thrown when a host has no address, or none that can be had now (EAI_AGAIN). */
export class LookupError extends Error {
  override name = 'LookupError'
  readonly code: 'ENOTFOUND' | 'EAI_AGAIN'
  constructor(code: LookupError['code'], host: string) {
    super(`${host} could not be looked up (${code})`)
    this.code = code
  }
}

class NoServerError extends Error {
  override name = 'NoServerError'
}

export type LookupOptions = {
  /** Names that are looked up in the system's way: an admin's own, none of foreign content. */
  systemNames?: readonly string[]
  system?: Lookup
  /** Name servers, each an `address:port`; the machine's by default. */
  servers?: readonly string[]
  hosts?: string
  /** For a whole look-up, waiting for its turn included. */
  timeoutMs?: number
}

const mostAtOnce = 64
const mostNames = 10_000
const shortestKeptMs = 10_000
const longestKeptMs = 300_000
const failureKeptMs = 60_000
const serversKeptMs = 60_000
/** How much longer the other family is waited for (RFC 8305, 3). */
const graceMs = 50

/**
 * Looks names up apart from the system's own way (getaddrinfo): its few threads serve the bot's own
 * look-ups too, and names whose servers do not answer would hold them all. The name servers are asked
 * directly (c-ares), for so many names at once at the most; answers and failures are kept for a while,
 * and a domain of which two names in a row had no answer is left alone for a minute. The file of hosts
 * and `localhost` are known. In the system's way, one at a time, come names that an admin has named,
 * which may be known to it alone, and all where no name server can be asked.
 */
export function createLookup(options: LookupOptions = {}): Lookup {
  const { system = systemLookup, timeoutMs = 5000 } = options
  const systemNames = new Set(options.systemNames)
  const ofHosts = hostsFile(options.hosts)
  const nameServers = currentServers(options.servers)
  const ask = circuitBreaker(isUnanswered)
  const turn = pLimit(mostAtOnce)
  const systemTurn = pLimit(1)
  const kept = new LRUCache<string, Promise<Answer>>({ max: mostNames })

  const bySystem = (name: string) =>
    inTurn(systemTurn, { name, timeoutMs }, async () => ({
      addresses: await system(name),
      keptMs: shortestKeptMs,
    }))
  const byServers = (name: string) =>
    inTurn(turn, { name, timeoutMs }, () => query(nameServers(), name))
  const find = async (name: string): Promise<Answer> => {
    const addresses = await ofHosts(name)
    if (addresses.length > 0) return { addresses, keptMs: shortestKeptMs }
    if (/^(?:.*\.)?localhost$/.test(name)) return { addresses: loopback, keptMs: longestKeptMs }
    if (systemNames.has(name)) return bySystem(name)
    return ask(registrableDomain(name), () => byServers(name)).catch((error) => {
      if (error instanceof NoServerError) return bySystem(name)
      throw error
    })
  }
  return async (host) => {
    const name = host.toLowerCase().replace(/\.$/, '')
    const known = kept.get(name)
    if (known) return (await known).addresses
    const answer = find(name)
    // Before it has come, too, so that nobody asks for it twice at once.
    kept.set(name, answer)
    const keepFor = (ttl: number) => kept.set(name, answer, { ttl })
    answer.then(
      ({ keptMs }) => keepFor(keptMs),
      () => keepFor(failureKeptMs),
    )
    return (await answer).addresses
  }
}

type Answer = { addresses: LookupAddress[]; keptMs: number }

// RFC 6761, 6.3.
const loopback = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

function systemLookup(host: string): Promise<LookupAddress[]> {
  return dns.lookup(host, { all: true })
}

function isUnanswered(error: unknown): boolean {
  return error instanceof LookupError && error.code === 'EAI_AGAIN'
}

// A resolver reads the machine's settings once; a laptop has others in the next network.
function currentServers(servers: readonly string[] | undefined): () => Resolver {
  let resolver: Resolver | null = null
  let sinceMs = 0
  return () => {
    if (resolver && performance.now() - sinceMs < serversKeptMs) return resolver
    resolver = new Resolver({ timeout: 1500, tries: 2, maxTimeout: 3000 })
    if (servers) resolver.setServers(servers)
    sinceMs = performance.now()
    return resolver
  }
}

/** Its time includes waiting for its turn; what has waited for too long is not begun. */
function inTurn<T>(
  turn: LimitFunction,
  { name, timeoutMs }: { name: string; timeoutMs: number },
  work: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      reject(new LookupError('EAI_AGAIN', name))
    }, timeoutMs)
    turn(async () => {
      if (!isLate) await work().then(resolve, reject)
      clearTimeout(timer)
    })
  })
}

async function query(servers: Resolver, name: string): Promise<Answer> {
  const v4 = outcomeOf(servers.resolve4(name, { ttl: true }), 4)
  const v6 = outcomeOf(servers.resolve6(name, { ttl: true }), 6)
  const first = await v4
  const grace = sleep(graceMs, { records: [], code: null })
  const second = await (first.records.length > 0 ? Promise.race([v6, grace]) : v6)
  // IPv4 first: where a machine has no way to IPv6, its addresses would each cost a wait.
  const records = [...first.records, ...second.records]
  if (records.length === 0) throw failureOf(name, [first.code, second.code])
  const ttlMs = Math.min(...records.map(({ ttl }) => ttl)) * 1000
  return {
    addresses: records.map(({ address, family }) => ({ address, family })),
    keptMs: Math.min(Math.max(ttlMs, shortestKeptMs), longestKeptMs),
  }
}

type Outcome = { records: (LookupAddress & { ttl: number })[]; code: string | null }

async function outcomeOf(
  asked: Promise<{ address: string; ttl: number }[]>,
  family: number,
): Promise<Outcome> {
  try {
    return { records: (await asked).map((record) => ({ ...record, family })), code: null }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    return { records: [], code }
  }
}

function failureOf(name: string, codes: (string | null)[]): Error {
  // Of our side of the line: what a name's own servers say has other codes.
  if (codes.includes(dns.CONNREFUSED)) return new NoServerError('no name server can be asked')
  const isNone =
    codes.includes(dns.NOTFOUND) ||
    codes.every((code) => code === dns.NODATA || code === dns.BADNAME)
  return new LookupError(isNone ? 'ENOTFOUND' : 'EAI_AGAIN', name)
}

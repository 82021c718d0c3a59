import { circuitBreaker } from './circuit-breaker.ts'
import { isSilence } from './fetch-failure.ts'
import { addressRule, guardedAgent, namedHosts } from './guard.ts'
import { createFetch, createFetchPage, type Fetch, type FetchPage } from './http.ts'
import { createLookup, type Lookup } from './lookup.ts'
import { createRefusal, type RefusalOf } from './refusal.ts'
import { createRobots } from './robots.ts'

const megabyte = 1024 * 1024

export type Web = {
  fetchFeed: Fetch
  fetchPage: FetchPage
  refusalOf: RefusalOf
  close(): Promise<void>
}

export type WebOptions = {
  /** How names are looked up; by the machine's name servers by default. */
  lookup?: Lookup | undefined
  /** Whether a site's robots.txt is asked before its pages are; it is by default. */
  respectRobots?: boolean | undefined
}

/** The one guarded way to the web: feeds and pages share its connections and what is known of servers. */
export function createWeb(
  allowPrivateAddresses: readonly string[],
  { lookup, respectRobots = true }: WebOptions = {},
): Web {
  const rule = addressRule(allowPrivateAddresses)
  const find = lookup ?? createLookup({ systemNames: namedHosts(allowPrivateAddresses) })
  const agent = guardedAgent(rule, {
    lookup: find,
    headersTimeout: 20_000,
    bodyTimeout: 10_000,
    maxHeaderSize: 32 * 1024,
    // At most two requests at once for each server, also behind redirects.
    connections: 2,
    // Servers may ask for ten minutes, each of thousands.
    keepAliveMaxTimeout: 4000,
  })
  const ask = circuitBreaker(isSilence)
  const pageLimits = { maxBytes: 5 * megabyte, timeoutMs: 20_000 }
  // RFC 9309, 2.5: of a long one the first 500 KiB are read at least.
  const robotsLimits = { maxBytes: megabyte / 2, timeoutMs: 10_000, linesSoFar: true }
  const robots = createRobots(createFetch(agent, robotsLimits, ask))
  return {
    fetchFeed: createFetch(agent, { maxBytes: 10 * megabyte, timeoutMs: 30_000 }, ask),
    fetchPage: respectRobots
      ? createFetchPage(agent, pageLimits, robots, ask)
      : createFetch(agent, pageLimits, ask),
    refusalOf: createRefusal(rule, find),
    close: () => agent.destroy(),
  }
}

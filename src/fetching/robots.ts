import { LRUCache } from 'lru-cache'
import type { Reason } from '../domain/reason.ts'
import { type Fetch, productToken, type Robots } from './http.ts'
import { type RobotsRules, readRobotsRules } from './robots-rules.ts'

const mostSites = 2000
const mostLetters = 8 * 1024 * 1024
// The longest that RFC 9309, 2.4 has it kept.
const keptMs = 24 * 60 * 60_000
const failureKeptMs = 5 * 60_000

/** Fetches each site's robots.txt once a day, and one that cannot be had every five minutes. */
export function createRobots(fetch: Fetch): Robots {
  const sites = new LRUCache<string, Promise<Site>>({ max: mostSites, maxSize: mostLetters })
  const read = async (origin: string): Promise<Site> => {
    const fetched = await fetch(`${origin}/robots.txt`)
    if (fetched.kind === 'body') {
      return { kind: 'rules', ...readRobotsRules(fetched.bytes.toString(), productToken) }
    }
    const isUnavailable =
      fetched.kind === 'not-found' ||
      fetched.kind === 'gone' ||
      (fetched.kind === 'failed' && isClientError(fetched.status))
    if (isUnavailable) return { kind: 'rules', allows: () => true, size: 0 }
    return { kind: 'unreachable', reason: fetched.reason }
  }
  return async (url) => {
    const { origin, pathname, search } = new URL(url)
    let known = sites.get(origin)
    if (!known) {
      const asked = read(origin)
      known = asked
      // Before it has come, too, so that nobody asks for it twice at once.
      sites.set(origin, asked, { size: 1 })
      const site = await asked
      const isRules = site.kind === 'rules'
      const ttl = isRules ? keptMs : failureKeptMs
      sites.set(origin, asked, { ttl, size: isRules ? site.size + 1 : 1 })
    }
    const site = await known
    if (site.kind === 'unreachable') return site
    return { kind: site.allows(pathname + search) ? 'allowed' : 'disallowed' }
  }
}

type Site = ({ kind: 'rules' } & RobotsRules) | { kind: 'unreachable'; reason: Reason }

// RFC 9309, 2.3.1.3: a site that refuses to show its rules has none.
function isClientError(status = 0): boolean {
  return status >= 400 && status < 500
}

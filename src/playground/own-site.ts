import type { Context, MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'

/**
 * Refuses calls that another site's page makes in somebody's browser: from a foreign origin, or under
 * a foreign name that was made to lead here (DNS rebinding). `host` is what the server was told to
 * listen on, `address` the IP address that this came to, known once it listens.
 */
export function ownSiteOnly(host: string, address: () => string | undefined): MiddlewareHandler {
  return async (c, next) => {
    const name = c.req.header('host') ?? ''
    const origin = c.req.header('origin')
    if (!isOwnName(name, host, address() ?? '127.0.0.1')) {
      return c.text('This page answers only under its own address.', 403)
    }
    const isForeign = origin !== undefined && URL.parse(origin)?.host !== hostOf(name)?.host
    if (isForeign || isFromOtherSite(c)) {
      return c.text('This page takes nothing from other sites.', 403)
    }
    await next()
  }
}

// An IP address cannot be made to lead elsewhere; on this machine alone, it must be one of this machine.
function isOwnName(name: string, host: string, address: string): boolean {
  const url = hostOf(name)
  if (!url) return false
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(bare)) return isLoopback(bare) || !isLoopback(address)
  return bare === 'localhost' || bare === host.toLowerCase()
}

// Without the pattern, a user name before an @ would be passed over.
function hostOf(name: string): URL | null {
  return /^[\w.:[\]-]+$/.test(name) ? URL.parse(`http://${name}`) : null
}

function isLoopback(address: string): boolean {
  return ipaddr.process(address).range() === 'loopback'
}

/** What the browser says (https://www.w3.org/TR/fetch-metadata/); a link may lead here from anywhere. */
function isFromOtherSite(c: Context): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'none'
  const isLink =
    c.req.method === 'GET' &&
    c.req.header('sec-fetch-mode') === 'navigate' &&
    c.req.header('sec-fetch-dest') === 'document'
  return site !== 'same-origin' && site !== 'none' && !isLink
}

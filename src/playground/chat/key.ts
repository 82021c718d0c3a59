import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** What lets somebody in who has read the program's output; a new one at each start. */
export function createKey(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * Lets those in who bring the key: in the address, which is then remembered as a cookie, or as that
 * cookie. Others get `locked`, a page, or its words where no page is asked for.
 */
export function keyOnly(
  key: string,
  { port, locked, words }: { port: () => number; locked: string; words: string },
): MiddlewareHandler {
  return async (c, next) => {
    // Cookies do not know of ports, on which other starts may listen.
    const name = `courant-${port()}`
    const given = c.req.query('key')
    const isGiven = given !== undefined && isSame(given, key)
    if (isGiven) setCookie(c, name, key, { path: '/', httpOnly: true, sameSite: 'Strict' })
    if (isGiven || isSame(getCookie(c, name) ?? '', key)) return next()
    return c.req.path === '/' ? c.html(locked, 403) : c.json({ error: words }, 403)
  }
}

// In constant time, also for words of another length.
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(key))
}

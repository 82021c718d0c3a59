import { registrableDomain } from './registrable-domain.ts'

type Cookie = {
  name: string
  value: string
  domain: string
  isHostOnly: boolean
  path: string
  isSecure: boolean
}

/** The cookies that a chain of redirects sets, for that chain alone (RFC 6265). */
export type CookieJar = {
  /** Takes the values of `Set-Cookie` headers that came from an address. */
  keep(url: string, headers: string[]): void
  /** The value of the `Cookie` header for an address; null for none. */
  cookiesFor(url: string): string | null
}

const maxCookies = 20
const maxLength = 4096

export function createCookieJar(): CookieJar {
  let cookies: Cookie[] = []
  return {
    keep(url, headers) {
      for (const header of headers.slice(0, maxCookies)) {
        const read = readCookie(header, new URL(url))
        if (!read) continue
        const { cookie, isOver } = read
        cookies = cookies.filter(
          ({ name, domain, path }) =>
            name !== cookie.name || domain !== cookie.domain || path !== cookie.path,
        )
        if (!isOver && cookies.length < maxCookies) cookies.push(cookie)
      }
    },
    cookiesFor(url) {
      const { hostname, pathname, protocol } = new URL(url)
      const sent = cookies.filter(
        ({ domain, isHostOnly, path, isSecure }) =>
          (hostname === domain || (!isHostOnly && hostname.endsWith(`.${domain}`))) &&
          isWithin(pathname, path) &&
          (!isSecure || protocol === 'https:'),
      )
      return sent.map(({ name, value }) => `${name}=${value}`).join('; ') || null
    },
  }
}

function readCookie(
  header: string,
  { hostname, pathname }: URL,
): { cookie: Cookie; isOver: boolean } | null {
  const [pair = '', ...attributes] = header.slice(0, maxLength).split(';')
  const [, name = '', value = ''] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? []
  // It is sent back as a header: one that cannot be is of no use.
  if (!name || !/^[\x21-\x7e]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value)) return null
  const given = new Map(
    attributes.map((attribute) => {
      const [key = '', ...words] = attribute.split('=')
      return [key.trim().toLowerCase(), words.join('=').trim()]
    }),
  )
  const domain = given.get('domain')?.toLowerCase().replace(/^\./, '') || null
  const isOwn = domain !== null && `.${hostname}`.endsWith(`.${domain}`)
  // Nobody sets cookies for others, nor for all of a public suffix.
  if (domain !== null && (!isOwn || !domain.endsWith(registrableDomain(hostname)))) return null
  const path = given.get('path') ?? ''
  const age = given.get('max-age')
  const expiresMs = Date.parse(given.get('expires') ?? '')
  return {
    cookie: {
      name,
      value,
      domain: domain ?? hostname,
      isHostOnly: domain === null,
      // RFC 6265, 5.1.4: without a path it holds in the folder.
      path: path.startsWith('/') ? path : pathname.replace(/\/[^/]*$/, '') || '/',
      isSecure: given.has('secure'),
    },
    isOver: age !== undefined ? Number(age) <= 0 : expiresMs <= Date.now(),
  }
}

function isWithin(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}

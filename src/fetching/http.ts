import { type Dispatcher, request } from 'undici'
import type { Validators } from '../domain/feed.ts'
import { type Reason, ReasonError } from '../domain/reason.ts'
import { type BodyLimits, readBody } from './body.ts'
import { type Ask, circuitBreaker } from './circuit-breaker.ts'
import { createCookieJar } from './cookie-jar.ts'
import { fetchErrorReason, isSilence } from './fetch-failure.ts'

/** What came of asking for an address. */
export type FetchOutcome =
  | {
      kind: 'body'
      /** The address that answered, after redirects. */
      url: string
      /** Where the address asked for has moved for good, by the server's word; null if it has not. */
      movedTo: string | null
      contentType: string | null
      bytes: Buffer
      /** The `Link` headers of the answer (RFC 8288); left out where there are none. */
      links?: string
      validators: Validators
      /** How long the server holds this answer to be fresh. */
      maxAgeSeconds: number | null
    }
  | { kind: 'not-modified'; movedTo: string | null; maxAgeSeconds: number | null; reason: Reason }
  | { kind: 'gone' | 'not-found'; reason: Reason }
  /** `status` is that of the answer, if one came. */
  | { kind: 'failed'; reason: Reason; status?: number }
  /** The server asks to be left alone for a while (429, or 503 with a time). */
  | { kind: 'busy'; reason: Reason; retryAfterSeconds: number | null }

/** Asks for an address; `known` are the validators of the version we have. Never throws. */
export type Fetch = (url: string, known?: Validators) => Promise<FetchOutcome>

/** What a site's robots.txt says of an address. */
export type RobotsVerdict =
  | { kind: 'allowed' }
  | { kind: 'disallowed' }
  /** It cannot be had now, which forbids everything meanwhile (RFC 9309, 2.3.1.4). */
  | { kind: 'unreachable'; reason: Reason }

/** Asks a site's robots.txt. Never throws. */
export type Robots = (url: string) => Promise<RobotsVerdict>

/** Asks for a page, if its site lets robots read it. Never throws. */
export type FetchPage = (
  url: string,
) => Promise<FetchOutcome | { kind: 'disallowed'; reason: Reason }>

/** `timeoutMs` is for all of it: looking up, waiting for a connection, redirects, the whole body. */
export type FetchLimits = BodyLimits & { timeoutMs: number }

const maxRedirects = 5
/** Letters of `Link` headers that are looked at. */
const mostLinks = 16 * 1024
/** Of a body that nobody wants: cheaper than a new connection. */
const mostDumpedBytes = 16 * 1024
/** The name that a robots.txt knows Courant by. */
export const productToken = 'Courant'
const userAgent = `${productToken}/0.1 (news digest bot)`

/**
 * Returns a Fetch that connects through `dispatcher` and keeps to `limits` (bytes after unpacking). `ask`
 * remembers the servers that do not answer.
 */
export function createFetch(
  dispatcher: Dispatcher,
  limits: FetchLimits,
  ask: Ask = circuitBreaker(isSilence),
): Fetch {
  const way = { dispatcher, ask, limits, robots: null }
  return async (url, known) => {
    try {
      return await follow(way, url, known)
    } catch (error) {
      return { kind: 'failed', reason: fetchErrorReason(error, limits.timeoutMs) }
    }
  }
}

/** Builds a FetchPage, which asks the robots.txt of every site on the way. */
export function createFetchPage(
  dispatcher: Dispatcher,
  limits: FetchLimits,
  robots: Robots,
  ask: Ask = circuitBreaker(isSilence),
): FetchPage {
  const way = { dispatcher, ask, limits, robots }
  return async (url) => {
    try {
      return await follow(way, url)
    } catch (error) {
      if (error instanceof DisallowedError) return { kind: 'disallowed', reason: error.reason }
      return { kind: 'failed', reason: fetchErrorReason(error, limits.timeoutMs) }
    }
  }
}

class DisallowedError extends ReasonError {
  override name = 'DisallowedError'
}

type Way = { dispatcher: Dispatcher; ask: Ask; limits: FetchLimits; robots: Robots | null }
type Redirect = { kind: 'redirect'; status: number; location: string; cookies: string[] }

async function follow(way: Way, start: string, known?: Validators): Promise<FetchOutcome> {
  const signal = AbortSignal.timeout(way.limits.timeoutMs)
  const jar = createCookieJar()
  let url = start
  let movedTo: string | null = null
  let allPermanent = true
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const refused = refuseUrl(url)
    if (refused) return { kind: 'failed', reason: refused }
    if (way.robots) await obey(await unlessAborted(way.robots(url), signal))
    const asked: Asked = { url, movedTo, known, cookie: jar.cookiesFor(url) }
    const outcome: FetchOutcome | Redirect = await way.ask(new URL(url).host, () =>
      visit(way, asked, signal),
    )
    if (outcome.kind !== 'redirect') return outcome
    const { status, location } = outcome
    jar.keep(url, outcome.cookies)
    const next = URL.parse(location, url)?.href ?? location
    if (url.startsWith('https:') && next.startsWith('http:')) {
      return { kind: 'failed', reason: { code: 'unsafe-redirect', to: next } }
    }
    allPermanent &&= status === 301 || status === 308
    if (allPermanent) movedTo = next
    url = next
  }
  return { kind: 'failed', reason: { code: 'many-redirects', most: maxRedirects } }
}

function obey(verdict: RobotsVerdict): void {
  switch (verdict.kind) {
    case 'allowed':
      return
    case 'disallowed':
      throw new DisallowedError({ code: 'robots-disallow' })
    case 'unreachable':
      throw new ReasonError({ code: 'robots-unreadable', reason: verdict.reason })
  }
}

type Asked = {
  url: string
  movedTo: string | null
  known: Validators | undefined
  cookie: string | null
}

async function visit(
  { dispatcher, limits }: Way,
  asked: Asked,
  signal: AbortSignal,
): Promise<FetchOutcome | Redirect> {
  const options = { dispatcher, signal, headers: requestHeaders(asked) }
  const response = await unlessAborted(request(asked.url, options), signal)
  const { statusCode: status, headers, body } = response
  const location = fromUtf8(header(headers.location))
  if (!redirects.has(status) || !location) return readResponse(response, asked, limits)
  await body.dump({ limit: mostDumpedBytes })
  return { kind: 'redirect', status, location, cookies: [headers['set-cookie'] ?? []].flat() }
}

// A request that waits for one of its server's connections does not hear its signal in undici.
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

async function readResponse(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  asked: Asked,
  limits: BodyLimits,
): Promise<FetchOutcome> {
  const { url, movedTo, known } = asked
  const maxAgeSeconds = readMaxAge(header(headers['cache-control']))
  // RFC 9110, 15.3.4: 203 is 200 by way of a proxy that changed something.
  if (statusCode === 200 || statusCode === 203) {
    const encoding = header(headers['content-encoding'])
    const links = [headers.link ?? []].flat().join(', ')
    return {
      kind: 'body',
      url,
      movedTo,
      contentType: header(headers['content-type']),
      bytes: await readBody(body, encoding, limits),
      ...(links && { links: links.slice(0, mostLinks) }),
      validators: {
        etag: validator(header(headers.etag)),
        lastModified: validator(header(headers['last-modified'])),
      },
      maxAgeSeconds,
    }
  }
  await body.dump({ limit: mostDumpedBytes })
  if (statusCode === 304 && (known?.etag || known?.lastModified)) {
    return { kind: 'not-modified', movedTo, maxAgeSeconds, reason: { code: 'not-modified' } }
  }
  return refusal(statusCode, readRetryAfter(header(headers['retry-after'])))
}

function refusal(status: number, retryAfterSeconds: number | null): FetchOutcome {
  if (status === 429 || (status === 503 && retryAfterSeconds !== null)) {
    const reason: Reason =
      retryAfterSeconds === null
        ? { code: 'http-busy', status }
        : { code: 'http-busy-for', status, seconds: retryAfterSeconds }
    return { kind: 'busy', reason, retryAfterSeconds }
  }
  switch (status) {
    case 304:
      return { kind: 'failed', reason: { code: 'not-modified-unasked' } }
    case 401:
    case 403:
      return { kind: 'failed', reason: { code: 'http-forbidden', status }, status }
    case 404:
      return { kind: 'not-found', reason: { code: 'http-not-found' } }
    case 410:
      return { kind: 'gone', reason: { code: 'http-gone' } }
    default:
      return { kind: 'failed', reason: { code: 'http-status', status }, status }
  }
}

const redirects = new Set([301, 302, 303, 307, 308])

function requestHeaders({ known, cookie }: Asked): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...(cookie && { cookie }),
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  }
}

/** Why an address is not asked for, whatever stands there; null if it is. */
export function refuseUrl(address: string): Reason | null {
  const url = URL.parse(address)
  if (!url) return { code: 'no-address', address }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { code: 'other-protocol', protocol: url.protocol }
  }
  if (url.username || url.password) return { code: 'address-with-user' }
  return null
}

function readMaxAge(cacheControl: string | null): number | null {
  const seconds = /\bmax-age\s*=\s*"?(\d+)/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** Seconds from now, of a number of them or of a date (RFC 9110, 10.2.3); null for anything else. */
function readRetryAfter(text: string | null, nowMs = Date.now()): number | null {
  if (text === null) return null
  if (/^\d+$/.test(text.trim())) return Number(text)
  // A date begins with its day: Date.parse alone would take "-5" for a year.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : Math.max(0, Math.ceil((ms - nowMs) / 1000))
}

// It is sent back as a header: one that cannot be is of no use.
function validator(value: string | null): string | null {
  return value !== null && /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(value) ? value : null
}

/** A header as its sender meant it: its bytes come one by one, and are UTF-8 where they can be. */
function fromUtf8(value: string | null): string | null {
  if (value === null) return null
  const text = Buffer.from(value, 'latin1').toString()
  return text.includes('\ufffd') ? value : text
}

function header(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}

import { type Dispatcher, request } from 'undici'
import type { Validators } from '../domain/feed.ts'
import { type BodyLimits, readBody } from './body.ts'
import { type Ask, circuitBreaker } from './circuit-breaker.ts'
import { describeFetchError, isSilence } from './fetch-failure.ts'

/** What came of asking for an address. `reason` is a sentence for people. */
export type FetchOutcome =
  | {
      kind: 'body'
      /** The address that answered, after redirects. */
      url: string
      /** Where the address asked for has moved for good, by the server's word; null if it has not. */
      movedTo: string | null
      contentType: string | null
      bytes: Buffer
      validators: Validators
      /** How long the server holds this answer to be fresh. */
      maxAgeSeconds: number | null
    }
  | { kind: 'not-modified'; movedTo: string | null; maxAgeSeconds: number | null; reason: string }
  | { kind: 'gone' | 'not-found'; reason: string }
  /** `status` is that of the answer, if one came. */
  | { kind: 'failed'; reason: string; status?: number }
  /** The server asks to be left alone for a while (429, or 503 with a time). */
  | { kind: 'busy'; reason: string; retryAfterSeconds: number | null }

/** Asks for an address; `known` are the validators of the version we have. Never throws. */
export type Fetch = (url: string, known?: Validators) => Promise<FetchOutcome>

/** What a site's robots.txt says of an address. */
export type RobotsVerdict =
  | { kind: 'allowed' }
  | { kind: 'disallowed' }
  /** It cannot be had now, which forbids everything meanwhile (RFC 9309, 2.3.1.4). */
  | { kind: 'unreachable'; reason: string }

/** Asks a site's robots.txt. Never throws. */
export type Robots = (url: string) => Promise<RobotsVerdict>

/** Asks for a page, if its site lets robots read it. Never throws. */
export type FetchPage = (
  url: string,
) => Promise<FetchOutcome | { kind: 'disallowed'; reason: string }>

/** `timeoutMs` is for all of it: looking up, waiting for a connection, redirects, the whole body. */
export type FetchLimits = BodyLimits & { timeoutMs: number }

const maxRedirects = 5
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
      return { kind: 'failed', reason: describeFetchError(error, limits.timeoutMs) }
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
      if (error instanceof DisallowedError) return { kind: 'disallowed', reason: error.message }
      return { kind: 'failed', reason: describeFetchError(error, limits.timeoutMs) }
    }
  }
}

class DisallowedError extends Error {
  override name = 'DisallowedError'
}

type Way = { dispatcher: Dispatcher; ask: Ask; limits: FetchLimits; robots: Robots | null }
type Redirect = { kind: 'redirect'; status: number; location: string }

async function follow(way: Way, start: string, known?: Validators): Promise<FetchOutcome> {
  const signal = AbortSignal.timeout(way.limits.timeoutMs)
  let url = start
  let movedTo: string | null = null
  let allPermanent = true
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const refused = refuseUrl(url)
    if (refused) return { kind: 'failed', reason: refused }
    if (way.robots) await obey(await unlessAborted(way.robots(url), signal))
    const asked: Asked = { url, movedTo, known }
    const outcome: FetchOutcome | Redirect = await way.ask(new URL(url).host, () =>
      visit(way, asked, signal),
    )
    if (outcome.kind !== 'redirect') return outcome
    const { status, location } = outcome
    const next = URL.parse(location, url)?.href ?? location
    if (url.startsWith('https:') && next.startsWith('http:')) {
      return { kind: 'failed', reason: `it leads from https to ${next}, which is not safe` }
    }
    allPermanent &&= status === 301 || status === 308
    if (allPermanent) movedTo = next
    url = next
  }
  return { kind: 'failed', reason: `it redirected more than ${maxRedirects} times` }
}

function obey(verdict: RobotsVerdict): void {
  switch (verdict.kind) {
    case 'allowed':
      return
    case 'disallowed':
      throw new DisallowedError('its site asks robots not to read it (robots.txt)')
    case 'unreachable':
      throw new Error(`its site's robots.txt cannot be read: ${verdict.reason}`)
  }
}

type Asked = { url: string; movedTo: string | null; known: Validators | undefined }

async function visit(
  { dispatcher, limits }: Way,
  asked: Asked,
  signal: AbortSignal,
): Promise<FetchOutcome | Redirect> {
  const options = { dispatcher, signal, headers: requestHeaders(asked.known) }
  const response = await unlessAborted(request(asked.url, options), signal)
  const { statusCode: status, headers, body } = response
  const location = fromUtf8(header(headers.location))
  if (!redirects.has(status) || !location) return readResponse(response, asked, limits)
  await body.dump({ limit: mostDumpedBytes })
  return { kind: 'redirect', status, location }
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
  if (statusCode === 200) {
    const encoding = header(headers['content-encoding'])
    return {
      kind: 'body',
      url,
      movedTo,
      contentType: header(headers['content-type']),
      bytes: await readBody(body, encoding, limits),
      validators: {
        etag: validator(header(headers.etag)),
        lastModified: validator(header(headers['last-modified'])),
      },
      maxAgeSeconds,
    }
  }
  await body.dump({ limit: mostDumpedBytes })
  if (statusCode === 304 && (known?.etag || known?.lastModified)) {
    return { kind: 'not-modified', movedTo, maxAgeSeconds, reason: 'nothing there has changed' }
  }
  return refusal(statusCode, readRetryAfter(header(headers['retry-after'])))
}

function refusal(status: number, retryAfterSeconds: number | null): FetchOutcome {
  if (status === 429 || (status === 503 && retryAfterSeconds !== null)) {
    const wait = retryAfterSeconds === null ? '' : `, for ${retryAfterSeconds} seconds`
    const reason = `the server asks to be left alone for a while${wait} (${status})`
    return { kind: 'busy', reason, retryAfterSeconds }
  }
  switch (status) {
    case 304:
      return { kind: 'failed', reason: 'the server answered "not changed" without being asked' }
    case 401:
    case 403:
      return { kind: 'failed', reason: `the server does not let this be read (${status})`, status }
    case 404:
      return { kind: 'not-found', reason: 'there is nothing at this address (404)' }
    case 410:
      return { kind: 'gone', reason: 'the publisher has taken it down for good (410)' }
    default:
      return { kind: 'failed', reason: `the server answered ${status}`, status }
  }
}

const redirects = new Set([301, 302, 303, 307, 308])

function requestHeaders(known: Validators | undefined): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  }
}

function refuseUrl(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return `${address} is not an address`
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `only http and https addresses are read, not ${url.protocol}`
  }
  if (url.username || url.password) return 'addresses with a user name or password are not read'
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

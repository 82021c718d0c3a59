import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { type Dispatcher, request } from 'undici'
import type { Validators } from '../domain/feed.ts'
import { RefusedAddressError } from './guard.ts'

/** What came of asking for an address. `reason` is a sentence for people. */
export type FetchOutcome =
  | {
      kind: 'body'
      /** The address that answered, after redirects. */
      url: string
      contentType: string | null
      bytes: Buffer
      validators: Validators
    }
  | { kind: 'not-modified' }
  | { kind: 'gone'; reason: string }
  | { kind: 'failed'; reason: string }

/** Asks for an address; `known` are the validators of the version we have. Never throws. */
export type Fetch = (url: string, known?: Validators) => Promise<FetchOutcome>

export type FetchLimits = { maxBytes: number; timeoutMs: number }

const maxRedirects = 5
const userAgent = 'Courant/0.1 (news digest bot)'

class TooLargeError extends Error {
  override name = 'TooLargeError'
}

/** Builds a Fetch that dials through `dispatcher` and holds to `limits` (bytes after decoding). */
export function createFetch(dispatcher: Dispatcher, limits: FetchLimits): Fetch {
  return async (url, known) => {
    try {
      return await follow(dispatcher, limits, url, known)
    } catch (error) {
      return { kind: 'failed', reason: describeFailure(error, limits) }
    }
  }
}

async function follow(
  dispatcher: Dispatcher,
  limits: FetchLimits,
  start: string,
  known: Validators | undefined,
): Promise<FetchOutcome> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let url = start
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const refused = refuseUrl(url)
    if (refused) return { kind: 'failed', reason: refused }
    const response = await request(url, { dispatcher, signal, headers: requestHeaders(known) })
    const location = header(response.headers.location)
    if (isRedirect(response.statusCode) && location) {
      await response.body.dump()
      url = URL.parse(location, url)?.href ?? location
      continue
    }
    return await readResponse(response, url, limits, signal)
  }
  return { kind: 'failed', reason: `it redirected more than ${maxRedirects} times` }
}

async function readResponse(
  response: Dispatcher.ResponseData,
  url: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { statusCode, headers, body } = response
  if (statusCode !== 200) {
    await body.dump()
    if (statusCode === 304) return { kind: 'not-modified' }
    const reason = `the server answered ${statusCode}`
    return { kind: statusCode === 410 ? 'gone' : 'failed', reason }
  }
  return {
    kind: 'body',
    url,
    contentType: header(headers['content-type']),
    bytes: await readDecoded(body, header(headers['content-encoding']), limits.maxBytes, signal),
    validators: {
      etag: header(headers.etag),
      lastModified: header(headers['last-modified']),
    },
  }
}

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

// The limit counts decoded bytes: a small compressed body can hold gigabytes.
async function readDecoded(
  body: Dispatcher.ResponseData['body'],
  encoding: string | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length
      chunks.push(chunk)
      done(size > maxBytes ? new TooLargeError() : null)
    },
  })
  const decoder = decoderFor(encoding)
  if (decoder) await pipeline(body, decoder, sink, { signal })
  else await pipeline(body, sink, { signal })
  return Buffer.concat(chunks)
}

function decoderFor(encoding: string | null): NodeJS.ReadWriteStream | null {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip()
    case 'deflate':
      return zlib.createInflate()
    case 'br':
      return zlib.createBrotliDecompress()
    case 'zstd':
      return zlib.createZstdDecompress()
    case undefined:
    case '':
    case 'identity':
      return null
    default:
      throw new Error(`it is compressed as "${encoding}", which is not known`)
  }
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

function header(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function describeFailure(error: unknown, limits: FetchLimits): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof RefusedAddressError ? error.cause : error
  const seconds = limits.timeoutMs / 1000
  if (cause instanceof RefusedAddressError) return `${cause.message}; it is not read`
  if (error instanceof TooLargeError) return `it is larger than ${limits.maxBytes} bytes`
  if (error.name === 'TimeoutError') return `it did not answer within ${seconds} seconds`
  const code = 'code' in error ? String(error.code) : ''
  return reasons[code] ?? error.message
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name of the server could not be looked up',
  ECONNREFUSED: 'the server refused the connection',
  ECONNRESET: 'the server broke the connection off',
  UND_ERR_SOCKET: 'the server broke the connection off',
  UND_ERR_CONNECT_TIMEOUT: 'the server could not be reached in time',
  UND_ERR_HEADERS_TIMEOUT: 'the server did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the server stopped in the middle of its answer',
  CERT_HAS_EXPIRED: "the server's certificate has expired",
}

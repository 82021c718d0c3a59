import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { ReasonError } from '../domain/reason.ts'
import { growingBuffer } from '../lib/growing-buffer.ts'

export class TooLargeError extends ReasonError {
  override name = 'TooLargeError'
}

/** Thrown when a body trickles: a server can spread it over all the time that there is. */
export class TooSlowError extends ReasonError {
  override name = 'TooSlowError'
}

export type BodyLimits = {
  maxBytes: number
  /** From when on the body must come at 500 bytes a second on average; 5 seconds by default. */
  slowAfterMs?: number
  /** Whether the whole lines that have come stand for a body that does not end within its limits. */
  linesSoFar?: boolean
}

const leastBytesPerSecond = 500

/**
 * Reads a body to its end and unpacks it. Throws TooLargeError as soon as more than `maxBytes` have
 * come, or have come out (a small packed body can hold gigabytes), TooSlowError when it trickles, and
 * a ReasonError for an unknown way of packing.
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  limits: BodyLimits,
): Promise<Buffer> {
  const { maxBytes } = limits
  const unpack = unpackerFor(encoding)
  const bytes = await collect(body, limits)
  if (!unpack) return bytes
  try {
    return await unpack(bytes, { maxOutputLength: maxBytes, chunkSize: 64 * 1024 })
  } catch (error) {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? tooLarge(maxBytes) : error
  }
}

// By hand, as a pipeline makes several objects more for each body than its few pieces take.
function collect(
  body: Readable,
  { maxBytes, slowAfterMs = 5000, linesSoFar = false }: BodyLimits,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const buffer = growingBuffer(maxBytes)
    const startMs = performance.now()
    let size = 0
    body.on('data', (chunk: Buffer) => {
      size += chunk.length
      const ms = performance.now() - startMs
      if (!buffer.push(chunk)) body.destroy(tooLarge(maxBytes))
      else if (ms > slowAfterMs && size < (leastBytesPerSecond * ms) / 1000) {
        body.destroy(new TooSlowError({ code: 'body-too-slow' }))
      }
    })
    const breakOff = (error: Error) => {
      if (!linesSoFar) return reject(error)
      const bytes = buffer.take()
      resolve(bytes.subarray(0, bytes.lastIndexOf('\n') + 1))
    }
    body.once('end', () => resolve(buffer.take()))
    body.once('error', breakOff)
    body.once('close', () => reject(new ReasonError({ code: 'connection-broken' })))
  })
}

function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError({ code: 'body-too-large', bytes: maxBytes })
}

type Limits = { maxOutputLength: number; chunkSize: number }
type Unpack = (bytes: Buffer, limits: Limits) => Promise<Buffer>
const gunzip: Unpack = promisify(zlib.gunzip)
const inflateWrapped: Unpack = promisify(zlib.inflate)
const inflateRaw: Unpack = promisify(zlib.inflateRaw)
// Some send it without the wrapping that RFC 9110, 8.4.1.2 asks for; browsers read both (RFC 1950, 2.2).
const inflate: Unpack = (bytes, limits) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateWrapped(bytes, limits) : inflateRaw(bytes, limits)
const unbrotli: Unpack = promisify(zlib.brotliDecompress)
const unzstd: Unpack = promisify(zlib.zstdDecompress)

function unpackerFor(encoding: string | null): Unpack | null {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return gunzip
    case 'deflate':
      return inflate
    case 'br':
      return unbrotli
    case 'zstd':
      return unzstd
    case undefined:
    case '':
    case 'identity':
    // Not encodings at all, but sent, and the body is as it is.
    case 'none':
    case 'utf-8':
      return null
    default:
      // Also a chain such as "gzip, gzip", which no honest server sends.
      throw new ReasonError({ code: 'unknown-packing', encoding: String(encoding) })
  }
}

import { type Duplex, Readable } from 'node:stream'
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
 * Reads a body to its end and unpacks it, by its first bytes where they tell how it is packed, else as
 * `encoding` names it; what is plainly not packed stays, and of what lacks its end all that came is read,
 * as browsers do. Throws TooLargeError as soon as more than `maxBytes` have come, or have come out (a small
 * packed body can hold gigabytes), TooSlowError when it trickles, and a ReasonError for an unknown way
 * of packing.
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  limits: BodyLimits,
): Promise<Buffer> {
  const packing = packingOf(encoding)
  return unpack(await collect(body, limits), packing, limits.maxBytes)
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

type Packed = 'gzip' | 'deflate' | 'br' | 'zstd'
type Packing = Packed | 'none'

// Also what is in two packings at once, one of which the server does not know of.
async function unpack(bytes: Buffer, named: Packing, maxBytes: number): Promise<Buffer> {
  const once = await unpackOnce(bytes, shownPacking(bytes) ?? named, maxBytes)
  const inside = once === bytes ? null : shownPacking(once)
  return inside ? unpackOnce(once, inside, maxBytes) : once
}

async function unpackOnce(bytes: Buffer, packing: Packing, maxBytes: number): Promise<Buffer> {
  if (packing === 'none' || bytes.length === 0) return bytes
  try {
    return await unpackers[packing](bytes, { maxOutputLength: maxBytes, chunkSize: 64 * 1024 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes)
    if (isText(bytes)) return bytes
    const begun = await unpackBeginning(bytes, packing, maxBytes)
    if (begun.length > 0) return begun
    throw error
  }
}

/** How a body is packed by its first bytes: gzip (RFC 1952, 2.3.1) and zstd (RFC 8878, 3.1.1) begin with marks. */
function shownPacking([a, b, c, d]: Uint8Array): Packing | null {
  if (a === 0x1f && b === 0x8b) return 'gzip'
  return a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd ? 'zstd' : null
}

/** Whether bytes begin as text: no control characters but white space, and those of UTF-16. */
function isText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 256)
  const isWide =
    (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  return isWide || start.every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13) || byte === 0x1b)
}

/** All that comes out of a packed body before it ends, ends too early or goes wrong. */
function unpackBeginning(bytes: Buffer, packing: Packed, maxBytes: number): Promise<Buffer> {
  const buffer = growingBuffer(maxBytes)
  const { stream, from } = beginningOf(bytes, packing)
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => {
      if (!buffer.push(chunk)) stream.destroy(tooLarge(maxBytes))
    })
    stream.once('end', () => resolve(buffer.take()))
    stream.once('error', (error) => {
      if (error instanceof TooLargeError) reject(error)
      else resolve(buffer.take())
    })
    // Piece by piece, as what came out of the piece that goes wrong is lost.
    Readable.from(pieces(bytes.subarray(from))).pipe(stream)
  })
}

const pieceBytes = 1024

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants

/** gzip and deflate without what is around them: their sums may be wrong, and other bytes may follow. */
function beginningOf(bytes: Buffer, packing: Packed): { stream: Duplex; from: number } {
  switch (packing) {
    case 'gzip':
      return {
        stream: zlib.createInflateRaw({ finishFlush: Z_SYNC_FLUSH }),
        from: gzipHeaderLength(bytes),
      }
    case 'deflate':
      return {
        stream: zlib.createInflateRaw({ finishFlush: Z_SYNC_FLUSH }),
        from: isWrapped(bytes) ? 2 : 0,
      }
    case 'br':
      return {
        stream: zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH }),
        from: 0,
      }
    case 'zstd':
      return { stream: zlib.createZstdDecompress({ finishFlush: ZSTD_e_flush }), from: 0 }
  }
}

/** RFC 1952, 2.3. */
function gzipHeaderLength(bytes: Buffer): number {
  const flags = bytes[3] ?? 0
  let length = 10
  if (flags & 4) length += 2 + (bytes[length] ?? 0) + 256 * (bytes[length + 1] ?? 0)
  for (const text of [8, 16]) if (flags & text) length = bytes.indexOf(0, length) + 1
  return flags & 2 ? length + 2 : length
}

// Some send deflate without the wrapping that RFC 9110, 8.4.1.2 asks for; browsers read both (RFC 1950, 2.2).
const isWrapped = ([first = 0]: Uint8Array) => (first & 0x0f) === 8

const gunzip = promisify<Buffer, Limits, Buffer>(zlib.gunzip)
const inflate = promisify<Buffer, Limits, Buffer>(zlib.inflate)
const inflateRaw = promisify<Buffer, Limits, Buffer>(zlib.inflateRaw)
const unbrotli = promisify<Buffer, Limits, Buffer>(zlib.brotliDecompress)
const unzstd = promisify<Buffer, Limits, Buffer>(zlib.zstdDecompress)
type Limits = { maxOutputLength: number; chunkSize: number }

const unpackers: Record<Packed, (bytes: Buffer, limits: Limits) => Promise<Buffer>> = {
  gzip: gunzip,
  deflate: (bytes, limits) => (isWrapped(bytes) ? inflate : inflateRaw)(bytes, limits),
  br: unbrotli,
  zstd: unzstd,
}

function packingOf(encoding: string | null): Packing {
  const name = encoding?.trim().toLowerCase().replace(/^x-/, '')
  // Not encodings at all, but sent, and the body is as it is.
  if (!name || /^(?:identity|none|binary|text|utf-?8|iso-\S+|windows-\S+)$/.test(name))
    return 'none'
  switch (name) {
    case 'gzip':
    case 'deflate':
    case 'br':
    case 'zstd':
      return name
    default:
      // Also a chain such as "gzip, gzip", which no honest server sends.
      throw new ReasonError({ code: 'unknown-packing', encoding: String(encoding) })
  }
}

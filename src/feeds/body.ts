import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'

export class TooLargeError extends Error {
  override name = 'TooLargeError'
}

/**
 * Reads a body to its end, unpacked. Throws TooLargeError as soon as more than `maxBytes` have come
 * out (a small packed body can hold gigabytes), and an Error for an unknown way of packing.
 */
export async function readBody(
  body: NodeJS.ReadableStream,
  encoding: string | null,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) return done(new TooLargeError(`it is larger than ${maxBytes} bytes`))
      chunks.push(chunk)
      done()
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
      // Also a chain such as "gzip, gzip", which no honest server sends.
      throw new Error(`it is packed as "${encoding}", which is not read`)
  }
}

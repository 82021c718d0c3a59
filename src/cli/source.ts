import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FetchPage } from '../fetching/http.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { t } from './english.ts'
import { describeFileError } from './file-error.ts'

/** The bytes of a file or an address, with the address where there is one. */
export type Source =
  | { kind: 'bytes'; bytes: Uint8Array; contentType: string | null; url: string | null }
  | { kind: 'unreadable'; error: string }

/** Reads a source named on the command line: an http(s) address, or a file, unpacked if gzipped. */
export async function readSource(name: string, fetch: FetchPage): Promise<Source> {
  if (/^https?:/i.test(name)) {
    const fetched = await fetch(name)
    if (fetched.kind === 'body') {
      const { bytes, contentType, url } = fetched
      return { kind: 'bytes', bytes, contentType, url }
    }
    return { kind: 'unreadable', error: reasonWords(fetched.reason, t) }
  }
  try {
    const bytes = await unpack(await readFile(name))
    return { kind: 'bytes', bytes, contentType: null, url: null }
  } catch (error) {
    return { kind: 'unreadable', error: describeFileError(error, name) }
  }
}

async function unpack(bytes: Buffer): Promise<Buffer> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isGzip ? promisify(gunzip)(bytes, { maxOutputLength: 64 * 1024 * 1024 }) : bytes
}

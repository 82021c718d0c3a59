import { clip } from '../text/clip.ts'
import { TooLargeError, TooSlowError } from './body.ts'
import { RefusedAddressError } from './guard.ts'

/** Why an address could not be read, as a sentence for people. */
export function describeFetchError(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof RefusedAddressError ? error.cause : error
  if (cause instanceof RefusedAddressError) return `${cause.message}; it is not read`
  if (error instanceof TooLargeError) return error.message
  if (error.name === 'TimeoutError') return `it did not answer within ${timeoutMs / 1000} seconds`
  const code = 'code' in error ? String(error.code) : ''
  if (/^HPE_/.test(code) && !reasons[code]) return 'the server does not answer as web servers do'
  // OpenSSL's codes, such as ERR_SSL_WRONG_VERSION_NUMBER.
  if (/^(ERR_SSL|EPROTO)/.test(code)) return 'the server does not speak https as it should'
  return reasons[code] ?? clip(error.message.replace(/\s+/g, ' '), 200)
}

/** Whether the server said nothing, or next to nothing: it will hardly answer the next request either. */
export function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof TooSlowError) return true
  return error.name === 'TimeoutError' || ('code' in error && silences.has(String(error.code)))
}

const silences = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name of the server could not be looked up',
  ECONNREFUSED: 'the server refused the connection',
  ECONNRESET: 'the server broke the connection off',
  ETIMEDOUT: 'the server could not be reached in time',
  UND_ERR_SOCKET: 'the server broke the connection off',
  UND_ERR_CONNECT_TIMEOUT: 'the server could not be reached in time',
  UND_ERR_HEADERS_TIMEOUT: 'the server did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the server stopped in the middle of its answer',
  UND_ERR_HEADERS_OVERFLOW: "the server's headers are too long",
  HPE_HEADER_OVERFLOW: "the server's headers are too long",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the server sent another length than it had announced',
  Z_DATA_ERROR: 'what the server sent cannot be unpacked',
  Z_BUF_ERROR: 'what the server sent packed ends too early',
  ERR__ERROR_FORMAT_PADDING_1: 'what the server sent cannot be unpacked',
  ZSTD_error_prefix_unknown: 'what the server sent cannot be unpacked',
  CERT_HAS_EXPIRED: "the server's certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is signed by itself alone",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another name",
}

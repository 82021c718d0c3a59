import { type Reason, type ReasonCode, ReasonError, reasonOf } from '../domain/reason.ts'
import { clip } from '../text/clip.ts'
import { TooSlowError } from './body.ts'

/** Why an address could not be read. */
export function fetchErrorReason(error: unknown, timeoutMs: number): Reason {
  if (!(error instanceof Error)) return reasonOf(error)
  const cause = error.cause instanceof ReasonError ? error.cause : error
  if (cause instanceof ReasonError) return cause.reason
  if (error.name === 'TimeoutError') return { code: 'timeout', seconds: timeoutMs / 1000 }
  const code = 'code' in error ? String(error.code) : ''
  const known = reasons[code]
  if (known) return { code: known }
  if (/^HPE_/.test(code)) return { code: 'no-http' }
  // OpenSSL's codes, such as ERR_SSL_WRONG_VERSION_NUMBER.
  if (/^(ERR_SSL|EPROTO)/.test(code)) return { code: 'no-tls' }
  return { code: 'text', text: clip(error.message.replace(/\s+/g, ' '), 200) }
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

const reasons: Record<string, ReasonCode> = {
  ENOTFOUND: 'no-such-server',
  EAI_AGAIN: 'lookup-failed',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-broken',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_SOCKET: 'connection-broken',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'long-headers',
  HPE_HEADER_OVERFLOW: 'long-headers',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'other-length',
  Z_DATA_ERROR: 'unpack-failed',
  Z_BUF_ERROR: 'packed-cut-off',
  ERR__ERROR_FORMAT_PADDING_1: 'unpack-failed',
  ZSTD_error_prefix_unknown: 'unpack-failed',
  CERT_HAS_EXPIRED: 'certificate-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-other-name',
}

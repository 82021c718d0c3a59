import { describeError } from '../lib/describe-error.ts'

/** Why a file could not be read, as a sentence for people. */
export function describeFileError(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file ${file}`
  if (code === 'EISDIR') return `${file} is a folder, not a file`
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read by this user`
  if (code === 'ERR_BUFFER_TOO_LARGE') return `${file} is too large when unpacked`
  if (code.startsWith('Z_')) return `${file} cannot be unpacked`
  return describeError(error)
}

/** Why a file could not be written, as a sentence for people. */
export function describeWriteError(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no folder for ${file}`
  if (code === 'EISDIR') return `${file} is a folder, not a file`
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be written by this user`
  return describeError(error)
}

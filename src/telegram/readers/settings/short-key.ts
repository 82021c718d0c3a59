import { createHash } from 'node:crypto'

/** What stands for words of any length in a button's data: 8 letters, the same at every start. */
export function shortKey(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 8)
}

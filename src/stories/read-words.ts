import { type HeadlineLanguage, languageName, languageNamed } from './languages.ts'
import type { StemKeys } from './postings.ts'

/** What was read of an article's words, by which others are found: keys (textKey). */
export type ReadWords = StemKeys & {
  language: HeadlineLanguage
  /** 0 for a title that has none. */
  pattern: number
  names: readonly number[]
}

/**
 * It is another one for each change in what is read of words or how it is written (the test of this file
 * sees to it): what was kept before is then no use.
 */
const version = 3

const keyBytes = 6

/** As it is kept in the database, so that the words need not be read again: a few hundred letters. */
export function encodeWords({ language, title, lead, pattern, names }: ReadWords): string {
  const lists = [title, lead, [pattern], names].map((keys) => {
    const bytes = Buffer.alloc(keys.length * keyBytes)
    for (const [i, key] of keys.entries()) bytes.writeUIntBE(key, i * keyBytes, keyBytes)
    return bytes.toString('base64')
  })
  return [version, ...lists, languageName(language)].join(' ')
}

/** Null for what another version wrote, or what is no such text. */
export function decodeWords(kept: string): ReadWords | null {
  const [by, title, lead, pattern, names, ...language] = kept.split(' ')
  if (by !== `${version}` || names === undefined) return null
  return {
    language: languageNamed(language.join(' ')),
    title: keysIn(title),
    lead: keysIn(lead),
    pattern: keysIn(pattern)[0] ?? 0,
    names: keysIn(names),
  }
}

function keysIn(list = ''): number[] {
  const bytes = Buffer.from(list, 'base64')
  const keys: number[] = []
  for (let at = 0; at + keyBytes <= bytes.length; at += keyBytes) {
    keys.push(bytes.readUIntBE(at, keyBytes))
  }
  return keys
}

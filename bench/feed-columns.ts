import { itemAddress } from '../src/domain/address.ts'
import { plainText } from '../src/text/plain-text.ts'
import type { ParsedItem } from './feed-parsers.ts'

/** What the witness (Python's feedparser) made of an item. */
export type OracleItem = {
  title?: string
  link?: string
  date?: number | null
  author?: string
  author_name?: string
  id?: string
  summary?: string
  content?: string
  categories?: (string | null)[]
  enclosures?: string[]
}

export const columns = [
  'title',
  'link',
  'date',
  'author',
  'content',
  'id',
  'categories',
  'enclosures',
] as const

export type Column = (typeof columns)[number]

/** Whether an item agrees with the witness in a column, or null where the witness says nothing. */
export function agrees(column: Column, item: ParsedItem, oracle: OracleItem): boolean | null {
  switch (column) {
    case 'title':
      return oracle.title ? fold(item.title) === fold(oracle.title) : null
    case 'link':
      return oracle.link ? sameAddress(item.link, oracle.link) : null
    case 'date':
      return oracle.date ? Math.abs(item.date - oracle.date) < 1000 : null
    case 'author':
      return oracle.author
        ? [oracle.author, oracle.author_name ?? ''].map(fold).includes(fold(item.author))
        : null
    case 'content':
      return oracle.content || oracle.summary
        ? [oracle.content ?? '', oracle.summary ?? '']
            .map(letters)
            .some((text) => text !== '' && text === letters(item.content))
        : null
    case 'id':
      return oracle.id ? item.id.trim() === oracle.id.trim() : null
    case 'categories':
      return oracle.categories?.length ? holdsAll(item.categories, oracle.categories, fold) : null
    case 'enclosures':
      return oracle.enclosures?.length
        ? holdsAll(item.enclosures, oracle.enclosures, (url) => itemAddress(url) ?? url)
        : null
  }
}

/** The witness resolves no link against the feed's own, so one of its may be the end of ours. */
function sameAddress(ours: string, theirs: string): boolean {
  if (!/^[\w+.-]+:/.test(theirs)) return ours.endsWith(theirs.replace(/^[./]+/, '/'))
  return (itemAddress(ours) ?? ours) === (itemAddress(theirs) ?? theirs)
}

function holdsAll(
  ours: string[],
  theirs: (string | null)[],
  key: (text: string) => string,
): boolean {
  const keys = new Set(ours.map(key))
  return theirs.every((text) => text === null || keys.has(key(text)))
}

function fold(text: string): string {
  return plainText(plainText(text)).normalize()
}

/** The first letters and digits: white space and the treatment of markup are matters of taste. */
function letters(html: string): string {
  return plainText(html.slice(0, 4000))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 200)
}

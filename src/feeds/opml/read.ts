import { Parser } from 'htmlparser2'
import { canonicalAddress, withoutFeedScheme } from '../../domain/address.ts'
import type { Reason } from '../../domain/reason.ts'
import { withoutUser } from '../../lib/redact.ts'
import { cleanText } from '../../text/clean-text.ts'
import { clip } from '../../text/clip.ts'
import { titleText } from '../../text/plain-text.ts'
import { foldSpace } from '../../text/space.ts'
import { knownSource } from '../page/known-sites.ts'
import { type FeedEntry, readKind } from './write.ts'

/** What was made of a list of feeds: the feeds, and what could not be read, in the file's order. */
export type FeedList = {
  entries: FeedEntry[]
  problems: Problem[]
  /** How many more problems there are than are listed. */
  moreProblems: number
}

/** Lines count from 1. */
export type Problem = { line: number; reason: Reason }

const maxEntries = 20_000
const maxOutlines = 100_000
const maxFolders = 50
const maxProblems = 500
const maxTags = 10

/**
 * Reads OPML, or a list of addresses with one on each line. Nested folders become tags. Outlines are
 * read one by one, so that a broken one costs only itself. Never throws; takes time linear to the
 * text: at most 20,000 feeds, 100,000 outlines and 50 folders within one another are read.
 */
export function readFeedList(text: string): FeedList {
  if (text.includes('\0')) {
    return refusedList({ code: 'list-unreadable' })
  }
  const list = /<(?:opml|outline|body)[\s>]/i.test(text) ? readOpml(text) : readLines(text)
  list.entries = onePerFeed(list.entries)
  if (list.entries.length > maxEntries) {
    list.problems.unshift({
      line: 1,
      reason: { code: 'list-many-feeds', most: maxEntries, feeds: list.entries.length },
    })
    list.entries.length = maxEntries
  }
  if (list.entries.length === 0 && list.problems.length === 0) {
    return refusedList({ code: 'list-empty' })
  }
  list.moreProblems = Math.max(0, list.problems.length - maxProblems)
  list.problems.length -= list.moreProblems
  return list
}

/** A list of which nothing could be read, and why. */
export function refusedList(reason: Reason): FeedList {
  return { entries: [], problems: [{ line: 1, reason }], moreProblems: 0 }
}

/** A feed that stands in several folders is one, with the tags of all. */
function onePerFeed(entries: FeedEntry[]): FeedEntry[] {
  return [...Map.groupBy(entries, ({ url }) => url).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, tags: tagsOf([first, ...others].flatMap(({ tags }) => tags)) }] : [],
  )
}

function readLines(text: string): FeedList {
  const list: FeedList = { entries: [], problems: [], moreProblems: 0 }
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const [address = '', kind] = line
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\s+/)
    if (!address || address.startsWith('#')) continue
    const entry = entryOf(address, { kind })
    if (entry) list.entries.push(entry)
    else list.problems.push({ line: i + 1, reason: refusal(address) })
  }
  return list
}

/** An open outline; `tags` are those of what lies in it, and one that names no feed has a name. */
type Folder = { line: number; name: string | null; tags: string[] }

function readOpml(text: string): FeedList {
  const list: FeedList = { entries: [], problems: [], moreProblems: 0 }
  const open: Folder[] = []
  let outlines = 0
  /** How many folders are open within the deepest that is remembered. */
  let beyond = 0
  for (const piece of outlinePieces(text)) {
    if (piece.isEnd) {
      if (beyond > 0) beyond--
      else open.pop()
      continue
    }
    if (++outlines > maxOutlines) {
      const reason: Reason = { code: 'list-many-entries', most: maxOutlines }
      list.problems.unshift({ line: piece.line, reason })
      break
    }
    const outline = readOutline(piece.text)
    if (!outline) {
      const reason: Reason = { code: 'list-cut-entry', entry: shown(foldSpace(piece.text)) }
      list.problems.push({ line: piece.line, reason })
      continue
    }
    const { isClosed } = outline
    const attributes: Record<string, string> = outline.attributes
    const name = titleText(attributes.text ?? '') || titleText(attributes.title ?? '')
    const around = open.at(-1)?.tags ?? []
    const address =
      attributes.xmlurl ??
      (/^(?:rss|atom|listing)$/i.test(attributes.type ?? '') ? attributes.url : undefined)
    if (address !== undefined) {
      const tags = [...around, ...categories(attributes.category)]
      const entry = entryOf(address, { ...attributes, tags })
      if (entry) list.entries.push(entry)
      else {
        list.problems.push({ line: piece.line, reason: refusal(address, name || address) })
      }
    } else if (isClosed && !isSetting(attributes, open)) {
      const reason: Reason = { code: 'list-entry-without-feed', name: shown(name) }
      list.problems.push({ line: piece.line, reason })
    }
    if (isClosed) continue
    if (open.length < maxFolders) {
      const tag = address === undefined ? cleanTag(name) : ''
      open.push({ line: piece.line, name: tag || null, tags: tagsOf([...around, tag]) })
    } else if (++beyond === 1) {
      const reason: Reason = { code: 'list-folders-deep', most: maxFolders }
      list.problems.push({ line: piece.line, reason })
    }
  }
  for (const { line, name } of open) {
    if (name) list.problems.push({ line, reason: { code: 'list-folder-open', name: shown(name) } })
  }
  return list
}

type Piece = { text: string; line: number; isEnd: boolean }

// With a `<` in a value it is no XML, but it can be read.
const wholeOutline = /<outline(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/iy

/** The tags of outlines, each up to the next tag; comments are passed over. */
function* outlinePieces(text: string): Generator<Piece> {
  let line = 1
  let counted = 0
  let at = text.indexOf('<')
  while (at !== -1) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at)
      // A comment that never ends is none.
      at = text.indexOf('<', end === -1 ? at + 1 : end)
      if (end === -1) at = -1
      continue
    }
    wholeOutline.lastIndex = at
    const isWhole = wholeOutline.test(text)
    const next = text.indexOf('<', isWhole ? wholeOutline.lastIndex : at + 1)
    const tag = text.slice(at, next === -1 ? undefined : next)
    const kind = /^<(\/?)outline(?![\w:.-])/i.exec(tag)
    if (kind) {
      for (; counted < at; counted++) if (text[counted] === '\n') line++
      yield { text: tag.slice(0, 20_000), line, isEnd: kind[1] === '/' }
    }
    at = next
  }
}

/** The attributes of an outline; null when its tag has no end. */
function readOutline(tag: string) {
  const found: Record<string, string>[] = []
  const parser = new Parser(
    { onopentag: (_name, attributes) => found.push(attributes) },
    { xmlMode: true, lowerCaseAttributeNames: true },
  )
  parser.end(tag)
  const isClosed = /\/>[^>]*$/.test(tag)
  const [attributes] = found
  if (attributes && ('xmlurl' in attributes || !/xmlurl/i.test(tag)))
    return { attributes, isClosed }
  // A quotation mark is missing: the address may be whole all the same.
  const address = tag.includes('>') && /\bxmlurl\s*=\s*["']?([^\s"'<>]+)/i.exec(tag)?.[1]
  return address ? { attributes: { xmlurl: address }, isClosed } : null
}

function entryOf(
  address: string,
  words: { [name: string]: string | string[] | undefined; tags?: string[] },
): FeedEntry | null {
  const text = (name: string) => {
    const value = words[name]
    return typeof value === 'string' ? foldSpace(value) : ''
  }
  const written = withoutFeedScheme(address.trim())
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(written)
  const looksLikeHost = /^[^\s/?#@]+\.[^\s/?#@.]+(?::\d+)?(?:[/?#]|$)/.test(written)
  const url =
    hasScheme || looksLikeHost ? canonicalAddress(hasScheme ? written : `https://${written}`) : null
  if (!url) return null
  const { username, password } = new URL(url)
  if (username || password) return null
  const known = knownSource(url)
  const isSure = known !== null && !/\/@\w+\.rss$/.test(known.url)
  return {
    url: isSure ? known.url : url,
    title: clip(titleText(text('text')) || titleText(text('title')), 300) || null,
    kind: readKind(text('kind')) ?? 'news',
    format: isSure ? known.format : isPage(text('type')) ? 'listing' : 'feed',
    selector: text('selector') || null,
    tags: tagsOf((words.tags ?? []).map(cleanTag)),
  }
}

// FreshRSS scrapes pages by rules that only it reads (https://freshrss.github.io/FreshRSS/en/developers/OPML.html).
function isPage(type: string): boolean {
  return /^(?:listing|html(?:\+.*)?)$/i.test(type)
}

/** Tiny Tiny RSS and others keep settings, labels and filters in outlines that name no feed and have no text. */
function isSetting(attributes: Record<string, string>, open: Folder[]): boolean {
  const isNameless = !attributes.text?.trim() && !attributes.title?.trim()
  return isNameless || open.some(({ name }) => name !== null && /^tt-rss-/i.test(name))
}

/** Words of a file, in at most 80 characters that move no terminal and hold no password. */
function shown(words: string): string {
  return clip(withoutUser(printable(words)), 80)
}

/** Why an address is not taken. */
function refusal(address: string, name?: string): Reason {
  const plain = printable(address)
  if (withoutUser(plain) !== plain) {
    return { code: 'list-with-user', name: shown(name ?? address) }
  }
  const words = shown(address)
  if (name === undefined) return { code: 'list-no-address', address: words }
  return words === ''
    ? { code: 'list-empty-address', name: shown(name) }
    : { code: 'list-bad-address', name: shown(name), address: words }
}

// Before anything is looked for: an address is read without the line breaks within it.
function printable(words: string): string {
  return cleanText(words).replace(/\p{Cc}/gu, '')
}

/** OPML 2.0: categories are comma-separated, and their levels separated by slashes. */
function categories(text = ''): string[] {
  return text.split(',').map((path) => path.split('/').filter(Boolean).at(-1) ?? '')
}

function tagsOf(tags: string[]): string[] {
  return [...new Set(tags)].filter(Boolean).slice(0, maxTags)
}

function cleanTag(text: string): string {
  return clip(foldSpace(text), 64)
}

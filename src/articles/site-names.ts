import { foldSpace } from '../text/space.ts'

/** What parts a headline from the name of its site or section in a title. */
const separator = /\s+(?:[-–—~/\\:•·→]|--)\s+|\s*(?:[|¦│]|::)+\s*/u
/** With the marks that may be quotes as well. */
const withQuotes = new RegExp(`${separator.source}|\\s+[»«›‹]\\s+`, 'u')
const startSeparator = /^[^:]{2,40}:\s+/
/** Those that no headline holds. */
const hard = /[|¦│]|::|\s[»«›‹]\s/

/** Tells the names of a page's site from all else. */
export type IsSite = (words: string) => boolean

const metaNames = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'twitter:site',
  'publisher',
  'dc.publisher',
  'article:publisher',
]

/**
 * Knows a site by the names that its page gives, in its metas and in `others`, and by its host: `The
 * Harbour Gazette` is `harbourgazette.example`.
 */
export function siteNames(
  metas: Map<string, string>,
  others: string[],
  address: string | null,
): IsSite {
  const names = [...metaNames.map((name) => metas.get(name) ?? ''), ...others]
  const known = new Set(names.map(squeeze).filter((name) => name.length > 1 && name.length < 60))
  const host = URL.parse(address ?? '')?.hostname.replace(/^www\d?\./, '') ?? ''
  const labels = host
    .split('.')
    .slice(0, -1)
    .map(squeeze)
    .filter(
      (label) => label.length > 2 && !/^(?:com?|org|net|gov|ac|edu|blog|news|en)$/.test(label),
    )
  return (words) => {
    const name = squeeze(words)
    if (name.length < 2) return false
    if (known.has(name) || name === squeeze(host)) return true
    const isShort = words.trim().split(/\s+/).length <= 5
    return (
      (isShort && [...known].some((site) => isMost(name, site))) ||
      labels.some((label) => (isShort && isMost(name, label)) || name === label)
    )
  }
}

/** Whether one name is most of the other: `Gazette Online` and `The Gazette`. */
function isMost(a: string, b: string): boolean {
  const [short = '', long = ''] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 3 && long.includes(short) && short.length * 2 >= long.length
}

function squeeze(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/^(?:the|der|die|das|le|la|el|il)\s|^@|[^\p{L}\p{N}]/gu, '')
}

/** The title without the names of the site before and after it; what is nothing else stays as it is. */
export function withoutSite(title: string, isSite: IsSite): string {
  const parts = partsOf(title)
  let [from, to] = [0, parts.length]
  while (to - from > 1 && isSite(parts[to - 1]?.text ?? '')) to--
  while (to - from > 1 && isSite(parts[from]?.text ?? '')) from++
  const start = parts[from]?.start ?? 0
  const kept = title.slice(start, parts[to - 1]?.end)
  const [label] = startSeparator.exec(kept) ?? []
  const rest = label && isSite(label.trim().slice(0, -1)) ? kept.slice(label.length) : kept
  return foldSpace(rest)
}

/**
 * The part of a title that is its headline by its length, where nothing else on the page tells: what
 * stands beside `|` and its like, or after the last dash in a few words that begin with a capital.
 */
export function longestPart(title: string): string {
  if (hard.test(title)) {
    const parts = title.split(new RegExp(`(?:${hard.source})+`, 'u')).map(foldSpace)
    return parts.reduce((longest, part) => (part.length > longest.length ? part : longest))
  }
  const parts = partsOf(title)
  const last = parts.at(-1)
  const rest = title.slice(0, parts.at(-2)?.end)
  const isName = last && /^\p{Lu}/u.test(last.text) && wordCount(last.text) <= 4
  return parts.length > 1 && isName && wordCount(rest) >= 4 ? rest : title
}

function wordCount(text: string): number {
  return text.split(/\s+/).length
}

function partsOf(title: string): { text: string; start: number; end: number }[] {
  const parts: { text: string; start: number; end: number }[] = []
  const isQuoted = /[«‹].*[»›]|[»›].*[«‹]/.test(title)
  let start = 0
  for (const { index, 0: mark } of title.matchAll(
    new RegExp(isQuoted ? separator : withQuotes, 'gu'),
  )) {
    if (index > start) parts.push({ text: title.slice(start, index), start, end: index })
    start = index + mark.length
  }
  if (start < title.length) parts.push({ text: title.slice(start), start, end: title.length })
  return parts
}

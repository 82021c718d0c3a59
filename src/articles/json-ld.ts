import { canonicalAddress } from '../domain/address.ts'
import { parseJsonLd } from './json-ld-parse.ts'
import { plainWords } from './plain-words.ts'

/** What schema.org JSON-LD says of a page's article. */
export type JsonLdArticle = {
  types: string[]
  headline: string | null
  description: string | null
  /** The persons; organisations are left out. */
  authors: { name: string; about: string | null }[]
  datePublished: string | null
  dateModified: string | null
  sections: string[]
  image: string | null
  /** The whole text, where the site gives it away. */
  body: string | null
  isFree: boolean
}

export type JsonLd = {
  article: JsonLdArticle | null
  /** The names of its breadcrumbs. */
  breadcrumbs: string[]
  /** What the site and those who publish it are called. */
  siteNames: string[]
}

type Json = { [key: string]: unknown }

const articleType = /Article$|Posting$|^(?:Report|Recipe|HowTo)$/
const siteType = /^WebSite$|Organi[sz]ation$/

/**
 * What a page's JSON-LD scripts say of its own article: of several the one whose address is one of
 * `addresses`, else the one whose headline is one of `titles`, else the first. A page that has none may
 * still be described as a page.
 */
export function readJsonLd(
  scripts: string[],
  page: { addresses: string[]; titles: string[] },
): JsonLd {
  const parsed = scripts.map(parseJsonLd)
  const things = parsed.flatMap((value) => flatten(value, 0))
  const byId = collectIds(parsed)
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleType.test(type)))
  const [base] = page.addresses
  const own = new Set(page.addresses.map((address) => addressKey(address, base)))
  const titles = page.titles.map(plainWords)
  const isNamed = (headline: string) =>
    headline.length > 5 && titles.some((title) => title.includes(headline))
  const article =
    articles.find((thing) => addressesOf(thing).some((url) => own.has(addressKey(url, base)))) ??
    articles.find((thing) => isNamed(plainWords(headlineOf(thing)))) ??
    articles[0] ??
    things.find((thing) => typesOf(thing).includes('WebPage') && text(thing.datePublished))
  const trail = things.find((thing) => typesOf(thing).includes('BreadcrumbList'))
  const sites = [
    ...things.filter((thing) => typesOf(thing).some((type) => siteType.test(type))),
    ...list(article?.publisher).map((publisher) => resolve(publisher, byId)),
  ]
  return {
    article: article ? readArticle(article, byId) : null,
    breadcrumbs: list(trail?.itemListElement).flatMap((item) =>
      isObject(item)
        ? (text(item.name) ?? (isObject(item.item) ? text(item.item.name) : null) ?? [])
        : [],
    ),
    siteNames: sites.flatMap((site) =>
      isObject(site) ? [site.name, site.alternateName].flatMap((name) => text(name) ?? []) : [],
    ),
  }
}

/** The objects of lists and graphs, not deeper than anyone writes them. */
function flatten(value: unknown, depth: number): Json[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => flatten(item, depth + 1))
  if (!isObject(value)) return []
  return [value, ...flatten(value['@graph'], depth + 1), ...flatten(value.mainEntity, depth + 1)]
}

/** The objects that say more than their identifier, wherever they stand, by it. */
function collectIds(roots: unknown[]): Map<string, Json> {
  const byId = new Map<string, Json>()
  let level: unknown[] = roots
  for (let depth = 0; depth < 8 && level.length > 0; depth++) {
    const next: unknown[] = []
    for (const value of level.slice(0, 5000)) {
      if (!isObject(value) && !Array.isArray(value)) continue
      if (isObject(value)) {
        const id = text(value['@id'])
        if (id && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value)
      }
      for (const part of Object.values(value)) {
        if (typeof part === 'object') next.push(part)
      }
    }
    level = next
  }
  return byId
}

/** What an identifier stands for; all else as it is. */
function resolve(value: unknown, byId: Map<string, Json>): unknown {
  const id = isObject(value) && text(value.name) === null ? text(value['@id']) : text(value)
  return (id && byId.get(id)) || value
}

function addressesOf(thing: Json): string[] {
  const main = isObject(thing.mainEntityOfPage)
    ? [thing.mainEntityOfPage['@id'], thing.mainEntityOfPage.url]
    : [thing.mainEntityOfPage]
  return [...main, thing.url, thing['@id']].flatMap((address) => text(address) ?? [])
}

/** One for the addresses of one page: neither scheme, `www` nor fragment tell it from another. */
function addressKey(address: string, base: string | undefined): string {
  const url = canonicalAddress(address, base) ?? address
  return url.replace(/^https?:\/\/(?:(?:www\d?|m|mobile|amp)\.)?/i, '').replace(/\/+$/, '')
}

function headlineOf(thing: Json): string {
  return text(thing.headline) ?? text(thing.name) ?? ''
}

function readArticle(thing: Json, byId: Map<string, Json>): JsonLdArticle {
  return {
    types: typesOf(thing),
    headline: headlineOf(thing) || null,
    description: text(thing.description),
    authors: list(thing.author ?? thing.creator).flatMap((author) => personOf(author, byId)),
    datePublished: text(thing.datePublished) ?? text(thing.dateCreated),
    dateModified: text(thing.dateModified),
    sections: list(thing.articleSection).flatMap((section) => text(section) ?? []),
    image: imageOf(resolve(thing.image, byId)) ?? imageOf(thing.thumbnailUrl),
    body: text(thing.articleBody),
    isFree: !/^false$/i.test(String(thing.isAccessibleForFree ?? true)),
  }
}

/** An author stands as a name, as a person, or as the identifier of one. */
function personOf(value: unknown, byId: Map<string, Json>): JsonLdArticle['authors'] {
  const author = resolve(value, byId)
  if (!isObject(author)) {
    const name = text(author)
    return name ? [{ name, about: null }] : []
  }
  if (typesOf(author).some((type) => /Organi[sz]ation$/.test(type))) return []
  return list(author.name).flatMap((part) => {
    const name = text(part)
    return name ? [{ name, about: text(author.description) }] : []
  })
}

function imageOf(images: unknown): string | null {
  const [image] = list(images)
  return isObject(image) ? (text(image.url) ?? text(image.contentUrl)) : text(image)
}

function typesOf(thing: Json): string[] {
  return list(thing['@type']).map((type) => String(type).replace(/^.*[/#:]/, ''))
}

function list(value: unknown): unknown[] {
  return [value].flat(3).filter((part) => part !== undefined && part !== null)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

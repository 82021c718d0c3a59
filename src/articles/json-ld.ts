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

type Json = { [key: string]: unknown }

/** The first article that a page's JSON-LD scripts describe, or null; also the names of its breadcrumbs. */
export function readJsonLd(scripts: string[]): {
  article: JsonLdArticle | null
  breadcrumbs: string[]
} {
  const things = scripts.flatMap((script) => flatten(parse(script), 0))
  const article = things.find((thing) =>
    typesOf(thing).some((type) => /Article$|Posting$/.test(type)),
  )
  const trail = things.find((thing) => typesOf(thing).includes('BreadcrumbList'))
  return {
    article: article ? readArticle(article) : null,
    breadcrumbs: list(trail?.itemListElement).flatMap((item) =>
      isObject(item)
        ? (text(item.name) ?? (isObject(item.item) ? text(item.item.name) : null) ?? [])
        : [],
    ),
  }
}

function parse(script: string): unknown {
  // Many sites leave raw line breaks inside their strings.
  for (const source of [script, script.replace(/\p{Cc}+/gu, ' ').replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(source)
    } catch {}
  }
  return null
}

/** The objects of lists and graphs, not deeper than anyone writes them. */
function flatten(value: unknown, depth: number): Json[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => flatten(item, depth + 1))
  if (!isObject(value)) return []
  return [value, ...flatten(value['@graph'], depth + 1), ...flatten(value.mainEntity, depth + 1)]
}

function readArticle(thing: Json): JsonLdArticle {
  return {
    types: typesOf(thing),
    headline: text(thing.headline) ?? text(thing.name),
    description: text(thing.description),
    authors: list(thing.author ?? thing.creator).flatMap(person),
    datePublished: text(thing.datePublished) ?? text(thing.dateCreated),
    dateModified: text(thing.dateModified),
    sections: list(thing.articleSection).flatMap((section) => text(section) ?? []),
    image: imageOf(thing.image) ?? imageOf(thing.thumbnailUrl),
    body: text(thing.articleBody),
    isFree: !/^false$/i.test(String(thing.isAccessibleForFree ?? true)),
  }
}

/** An author stands as a name, as a person, or as a list of either. */
function person(author: unknown): { name: string; about: string | null }[] {
  if (Array.isArray(author)) return author.flatMap(person)
  if (!isObject(author)) {
    const name = text(author)
    return name ? [{ name, about: null }] : []
  }
  if (typesOf(author).some((type) => /Organi[sz]ation$/.test(type))) return []
  return list(author.name).flatMap((value) => {
    const name = text(value)
    return name ? [{ name, about: text(author.description) }] : []
  })
}

function imageOf(image: unknown): string | null {
  if (Array.isArray(image)) return imageOf(image[0])
  return isObject(image) ? (text(image.url) ?? text(image.contentUrl)) : text(image)
}

function typesOf(thing: Json): string[] {
  return list(thing['@type']).map((type) => String(type).replace(/^.*[/#:]/, ''))
}

function list(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : [value].flat()
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

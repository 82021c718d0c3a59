export type JsonLdArticle = {
  type: string
  headline: string | null
  description: string | null
  author: string | null
  datePublished: string | null
}

type Json = { [key: string]: unknown }

/** The first schema.org article that a page describes in JSON-LD, or null. */
export function readJsonLd(document: Document): JsonLdArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent ?? ''))
    if (article) return article
  }
  return null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function findArticle(value: unknown): JsonLdArticle | null {
  if (Array.isArray(value)) {
    return value.map(findArticle).find((article) => article !== null) ?? null
  }
  if (!isObject(value)) return null
  const type = [value['@type']].flat().find((name) => /Article$|Posting$/.test(String(name)))
  if (type === undefined) return findArticle(value['@graph'])
  return {
    type: String(type),
    headline: text(value.headline),
    description: text(value.description),
    author: names(value.author).join(', ') || null,
    datePublished: text(value.datePublished),
  }
}

/** An author stands as a name, as a person, or as a list of either. */
function names(author: unknown): string[] {
  if (Array.isArray(author)) return author.flatMap(names)
  const name = isObject(author) ? text(author.name) : text(author)
  return name ? [name] : []
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

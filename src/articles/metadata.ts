import { canonicalAddress } from '../domain/address.ts'
import { readJsonLd } from './json-ld.ts'

export type PageMetadata = {
  url: string | null
  title: string | null
  author: string | null
  publishedAt: string | null
  language: string | null
  isColumn: boolean
  standfirst: string | null
}

/** What a page says of itself: schema.org JSON-LD first, then OpenGraph, then plain HTML. */
export function readMetadata(document: Document, address: string | null): PageMetadata {
  const jsonLd = readJsonLd(document)
  const meta = (...names: string[]) => firstOf(names.map((name) => metaContent(document, name)))
  return {
    url: canonicalOf(document, address),
    title: jsonLd?.headline ?? meta('og:title', 'twitter:title'),
    author: jsonLd?.author ?? personName(meta('author', 'article:author', 'parsely-author')),
    publishedAt: readInstant(
      jsonLd?.datePublished ??
        meta('article:published_time', 'date', 'parsely-pub-date') ??
        document.querySelector('article time[datetime]')?.getAttribute('datetime') ??
        null,
    ),
    language: document.documentElement.lang.split('-')[0]?.toLowerCase() || null,
    isColumn: jsonLd?.type === 'OpinionNewsArticle',
    standfirst: jsonLd?.description ?? meta('description', 'og:description'),
  }
}

function metaContent(document: Document, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
  return element?.getAttribute('content')?.trim() || null
}

// A canonical address counts only on the page's own site: elsewhere it could pass one page off as another.
function canonicalOf(document: Document, address: string | null): string | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const canonical = href ? canonicalAddress(href, address ?? undefined) : null
  if (!canonical || !address) return canonical ?? address
  return new URL(canonical).hostname === new URL(address).hostname ? canonical : address
}

// Some sites name their author by a profile's address.
function personName(name: string | null): string | null {
  return name && !/^https?:/.test(name) ? name : null
}

function readInstant(text: string | null): string | null {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

function firstOf(values: (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null
}

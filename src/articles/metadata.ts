import type { DatedInstant } from '../text/dates/read.ts'
import { isWithin, someAncestor } from './ancestors.ts'
import { findAuthors } from './authors.ts'
import { findAddress } from './canonical.ts'
import type { JsonLd } from './json-ld.ts'
import { isStandfirst, type PageMarks } from './page-marks.ts'
import { findPublished } from './published.ts'
import type { IsSite } from './site-names.ts'
import { firstFound, type Sourced, sourced } from './sourced.ts'

/** What a page says of its article, each value with the place that gave it. */
export type PageMetadata = {
  url: Sourced<string> | null
  authors: Sourced<string[]> | null
  publishedAt: Sourced<DatedInstant> | null
  standfirst: Sourced<string> | null
  picture: Sourced<string> | null
  sections: string[]
  jsonLd: JsonLd['article']
}

/** What is known of a page before its metadata is read. */
export type PageContext = {
  title: string | null
  isSite: IsSite
  address: string | null
  /** The address its links start from. */
  base: string | null
}

const labelNames = /kicker|rubric|section|category|label|eyebrow|tag|crumb|topic|overline/i

/** Reads the best of JSON-LD, OpenGraph, meta and what the page shows. */
export function readMetadata(
  marks: PageMarks,
  { article: jsonLd, breadcrumbs }: JsonLd,
  { title, isSite, address, base }: PageContext,
): PageMetadata {
  const meta = (...names: string[]) =>
    names.map((name) => () => sourced(marks.metas.get(name), `meta ${name}`))
  const shown = marks.below.find(({ text, element }) => text.length > 20 && isStandfirst(element))
  const picture = firstFound([
    ...meta('og:image:secure_url', 'og:image', 'twitter:image', 'twitter:image:src'),
    () => sourced(jsonLd?.image, 'JSON-LD image'),
  ])
  const sections = [
    ...(jsonLd?.sections ?? []),
    ...breadcrumbs,
    ...['article:section', 'section', 'parsely-section', 'category'].flatMap(
      (name) => marks.metas.get(name) ?? [],
    ),
    ...marks.above
      .filter(({ text, names, element }, i) => text.length <= 40 && isSection(names, element, i))
      .map(({ text }) => text),
  ]
  return {
    url: findAddress(marks, address, base),
    authors: findAuthors(jsonLd, marks, { title, isSite, sections }),
    publishedAt: findPublished(jsonLd, marks, address),
    standfirst: firstFound([
      () => whole(sourced(jsonLd?.description, 'JSON-LD description')),
      ...meta('og:description', 'description').map((find) => () => whole(find())),
      () => sourced(shown?.text, 'the line below the heading'),
      ...meta('og:description', 'description'),
    ]),
    picture: picture && absolute(picture, base),
    sections,
    jsonLd,
  }
}

// The menu of a site names all its sections, the trail and the label above the heading only this one.
function isSection(names: string, element: Element, distance: number): boolean {
  const isNamed = (pattern: RegExp) => (e: Element) => pattern.test(e.getAttribute('class') ?? '')
  // Of the `nav` elements cut-page.ts keeps only the trail.
  if (isWithin(element, 'NAV') || someAncestor(element, isNamed(/crumb/i))) return true
  if (someAncestor(element, isNamed(/menu|nav/i))) return false
  return labelNames.test(names) ? distance < 8 : distance < 2 && !isWithin(element, 'LI')
}

/** Nothing for a description that was cut short. */
function whole(description: Sourced<string> | null): Sourced<string> | null {
  return description && !/(?:…|\.\.\.)$/.test(description.value) ? description : null
}

function absolute(address: Sourced<string>, base: string | null): Sourced<string> | null {
  const url = URL.parse(address.value, base ?? undefined)
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  return url && isWeb && url.href.length <= 2048 ? { ...address, value: url.href } : null
}

import { columnistInTitle } from './columnist-in-title.ts'
import type { JsonLdArticle } from './json-ld.ts'
import type { MarkedPart } from './marked-parts.ts'
import { holdsDate } from './page-date.ts'
import type { Line, PageMarks } from './page-marks.ts'
import { personNames, startsLikeByline } from './person-name.ts'
import { plainWords } from './plain-words.ts'
import type { IsSite } from './site-names.ts'
import { firstFound, type Sourced } from './sourced.ts'

const bylineNames = /by-?line|author|columnist|writer|rel-author|contributor/i
const metaNames = [
  'author',
  'article:author',
  'article:author_name',
  'og:author',
  'og:article:author',
  'parsely-author',
  'dc.creator',
  'dcterms.creator',
  'sailthru.author',
  'cxenseparse:author',
  'citation_author',
  'byl',
]
const maxByline = 120

/**
 * Who wrote a page's article, from the surest place that names persons: JSON-LD, meta, what is marked as
 * the author, a byline, a title that names the columnist. Names of the site and of its sections are no
 * authors.
 */
export function findAuthors(
  jsonLd: JsonLdArticle | null,
  marks: PageMarks,
  { title, isSite, sections }: { title: string | null; isSite: IsSite; sections: string[] },
): Sourced<string[]> | null {
  const others = new Set([title ?? '', ...sections].map(plainWords))
  const named = (texts: string[], source: string, isMarked = false): Sourced<string[]> | null => {
    const value = [...new Set(texts.flatMap((text) => personNames(text, { isMarked })))].filter(
      (name) => !isSite(name) && !others.has(plainWords(name)),
    )
    return value.length > 0 ? { value, source } : null
  }
  const { above, below, authorParts, htmlLanguage } = marks
  const isByline = ({ text }: Line) =>
    text.length < maxByline && startsLikeByline(text) && !/\p{Ll}{4}[.!?]$/u.test(text)
  const bylines = [
    ...below.filter(({ names }) => bylineNames.test(names)),
    ...[...below.slice(0, 12), ...above.slice(0, 3)].filter(isByline),
  ]
  return firstFound<string[]>([
    () => named(jsonLd?.authors.map(({ name }) => notAddress(name)) ?? [], 'JSON-LD author', true),
    ...metaNames.map(
      (name) => () => named([notAddress(marks.metas.get(name))], `meta ${name}`, true),
    ),
    () => named([writtenBy(marks.metas)], 'meta twitter:data', true),
    ...groupsOf(authorParts).map((group) => () => named(group, 'the marked author', true)),
    ...bylines.map((line) => () => named([line.text], 'the byline')),
    () => named(columnistInTitle(title) ?? [], 'the title'),
    () =>
      named(
        above.slice(0, 2).flatMap(({ text }) => columnistInTitle(text) ?? []),
        'the line above the heading',
      ),
    () => named([nameBesideDate(below, htmlLanguage)], 'the line of the date'),
    () => {
      const alone = marks.bylines()
      return named(alone.length === 1 ? alone : [], 'the byline')
    },
  ])
}

// Some sites name their author by a profile's address.
function notAddress(name: string | undefined): string {
  return name && !/^https?:|^\/|@/.test(name) ? name : ''
}

/** SEO plugins tell it beside the time that reading takes. */
function writtenBy(metas: Map<string, string>): string {
  const number = ['1', '2'].find((n) =>
    /\b(?:by|von|par|por|da|door|av|af|przez)$|автор/i.test(metas.get(`twitter:label${n}`) ?? ''),
  )
  return (number && metas.get(`twitter:data${number}`)) || ''
}

/** The parts that stand side by side, from the heading on; those above it last, nearest first. */
function groupsOf(parts: MarkedPart[]): string[][] {
  const ordered = [
    ...parts.filter(({ isBelowHeading }) => isBelowHeading),
    ...parts.filter(({ isBelowHeading }) => !isBelowHeading).toReversed(),
  ]
  const groups = new Map<Element | null, string[]>()
  for (const { text, parent } of ordered) groups.set(parent, [...(groups.get(parent) ?? []), text])
  return [...groups.values()]
}

/** `Ada Marsh | 14 June 2024`, or a name alone just above or below the date. */
function nameBesideDate(below: Line[], language: string | null): string {
  const lines = below.slice(0, 5)
  const at = lines.findIndex(({ text }) => text.length < maxByline && holdsDate(text, language))
  const parts = lines[at]?.text.split(/\s*[|·•]\s*/) ?? []
  // A link there leads to a section, where it is not known to lead to an author.
  const near = [lines[at - 1], lines[at + 1]].flatMap((line) =>
    line && line.element.getElementsByTagName('a').length === 0 ? line.text : [],
  )
  return (
    [...(parts.length > 1 ? parts : []), ...near].find(
      (text) => text.length < 40 && personNames(text)[0] === text,
    ) ?? ''
  )
}

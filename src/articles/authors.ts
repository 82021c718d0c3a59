import type { JsonLdArticle } from './json-ld.ts'
import type { PageMarks } from './page-marks.ts'
import { namePattern, personNames, startsLikeByline } from './person-name.ts'
import { firstFound, type Sourced } from './sourced.ts'
import { nominativeName } from './ukrainian-name.ts'

const bylineNames = /by-?line|author|columnist|writer|rel-author|contributor/i
const columnWord = /column|blog|opinion|view|commentary|колонка|блог|думка|погляд|коментар/i
// `Subject. Serhiy Zgurets' column`, `Column by Ada Marsh`; `Колонка Сергія Згурця`, `Блог Оксани Забужко`.
const columnOfEnglish = new RegExp(
  `(?:^|[.:|—–-]\\s*)(${namePattern})['’](?:s\\s|\\s)(?:\\p{L}+\\s)?(?:column|blog|opinion|view)\\b`,
  'u',
)
const columnBy = new RegExp(
  `\\b(?:column|opinion|commentary|blog) (?:by|of) (${namePattern})`,
  'iu',
)
const columnOfUkrainian = new RegExp(
  `(?:^|[^\\p{L}])(?:[Кк]олонка|[Бб]лог|[Дд]умка|[Пп]огляд|[Кк]оментар)\\s(${namePattern})`,
  'u',
)

/**
 * Who wrote a page's article, from the surest place that names persons: JSON-LD, meta, the byline
 * below the heading, a title that names the columnist. Names of the site itself are no authors.
 */
export function findAuthors(
  jsonLd: JsonLdArticle | null,
  marks: PageMarks,
  title: string | null,
): Sourced<string[]> | null {
  const site = (marks.metas.get('og:site_name') ?? '').toLowerCase()
  const named = (names: string[], source: string): Sourced<string[]> | null => {
    const value = [...new Set(names.flatMap(personNames))].filter(
      (name) => name.toLowerCase() !== site,
    )
    return value.length > 0 ? { value, source } : null
  }
  const lines = marks.below
  return firstFound<string[]>([
    () => named(jsonLd?.authors.map(({ name }) => name) ?? [], 'JSON-LD author'),
    ...['author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author', 'byl'].map(
      (name) => () => named([notAddress(marks.metas.get(name))], `meta ${name}`),
    ),
    () => {
      const marked = lines.find(
        ({ text, names }) => bylineNames.test(names) && personNames(text).length > 0,
      )
      return named(marked ? [marked.text] : [], 'the byline')
    },
    () => {
      const line = lines
        .slice(0, 12)
        .find(
          ({ text }) => text.length < 120 && startsLikeByline(text) && personNames(text).length > 0,
        )
      return named(line ? [line.text] : [], 'the byline')
    },
    () => named(columnistInTitle(title) ?? [], 'the title'),
    () =>
      named(
        marks.above.slice(0, 2).flatMap(({ text }) => columnistInTitle(text) ?? []),
        'the line above the heading',
      ),
    () =>
      named(
        lines
          .slice(0, 12)
          .flatMap(({ element }) => authorIn(element))
          .slice(0, 1),
        'rel=author',
      ),
  ])
}

/** The columnist whom a title names, in the nominative, or null. */
export function columnistInTitle(title: string | null): string[] | null {
  if (!title || title.length > 300 || !columnWord.test(title)) return null
  const english = columnOfEnglish.exec(title)?.[1] ?? columnBy.exec(title)?.[1]
  if (english) return [english]
  const ukrainian = columnOfUkrainian.exec(title)?.[1]
  return ukrainian ? [nominativeName(ukrainian)] : null
}

// Some sites name their author by a profile's address.
function notAddress(name: string | undefined): string {
  return name && !/^https?:|^\/|@/.test(name) ? name : ''
}

/** The text of the part of a line that is marked as its author. */
function authorIn(line: Element): string[] {
  return [...line.getElementsByTagName('*')].slice(0, 30).flatMap((part) => {
    const isAuthor = ['rel', 'itemprop', 'class'].some((name) =>
      /(?:^|\s)author(?:\s|$)/.test(part.getAttribute(name) ?? ''),
    )
    return isAuthor ? (part.textContent ?? '') : []
  })
}

import { foldSpace } from '../text/space.ts'
import { isWithin, someAncestor } from './ancestors.ts'

/** What a page marks as the name of an author, or as a date. */
export type MarkedPart = { text: string; parent: Element | null; isBelowHeading: boolean }
export type DatePart = MarkedPart & {
  /** As machines write it, where the page does. */
  datetime: string | null
  says: 'published' | 'modified' | null
}

const author =
  /^(?:[a-z0-9]+[_-]{1,2}){0,4}(?:author|byline|by-line|autor|auteur|autore|writer|columnist|reporter)s?(?:[_-]{1,2}(?:name|link|url|fullname|vcard|title|info|line|text|wrapper))?$/i
/** Few classes need to be taken apart. */
const maybeAuthor = /aut(?:h?or|eur)|by-?line|writer|columnist|reporter/i
const noAuthor = /comment|avatar|image|photo|img|bio|about|related|date|time|widget-author/i
const date = /date|time|publi|posted|datum|fecha|created|stamp|meta|byline|info/i
const beside =
  /(?:^|[\s_-])(?:comment\w*|respond|related|sidebar|popular|recommend\w*|recent|most|latest|trending|teasers?|carousel|(?:site|page|main)-footer)(?:[\s_-]|$)|(?:^|\s)footer(?:\s|$)/i
// The day on which the page is read.
const noDate = /current|today|clock|weather|copyright/i
const maxLength = 120
const maxParts = 30

/**
 * The pieces of a page that are marked as an author's (by `rel`, `itemprop`, a class or the address of a
 * link) or as a date, in their order, but for those of comments and of other articles.
 */
export function readMarkedParts(
  document: Document,
  heading: Element | null,
): { authors: MarkedPart[]; dates: DatePart[] } {
  const own = heading && articleAround(heading)
  const authors: MarkedPart[] = []
  const dates: DatePart[] = []
  let isBelowHeading = heading === null
  for (const element of document.getElementsByTagName('*')) {
    if (element === heading) isBelowHeading = true
    if (!element.hasAttributes() && element.nodeName !== 'TIME') continue
    const names = element.getAttribute('class') ?? ''
    const itemprop = element.getAttribute('itemprop') ?? ''
    const isAuthor = authors.length < maxParts && isAuthorMark(element, names, itemprop)
    const datetime = element.getAttribute('datetime')
    const isDate =
      dates.length < maxParts &&
      (datetime !== null || element.nodeName === 'TIME' || isDateName(`${names} ${itemprop}`))
    // What holds much is no name and no date, and its text costs much to collect.
    if ((!isAuthor && !isDate) || element.childElementCount > 12 || isRoot(element)) continue
    const text = foldSpace((element.textContent ?? '').slice(0, 1000))
    if ((!text && datetime === null) || text.length > maxLength) continue
    if (!isOfArticle(element, heading, own)) continue
    const part = { text, parent: element.parentElement, isBelowHeading }
    if (isAuthor) authors.push({ ...part, text: nameWithin(element) ?? text })
    if (isDate) dates.push({ ...part, datetime, says: saysOf(element) })
  }
  return { authors, dates }
}

function isRoot({ nodeName }: Element): boolean {
  return nodeName === 'BODY' || nodeName === 'MAIN' || nodeName === 'ARTICLE'
}

function isAuthorMark(element: Element, names: string, itemprop: string): boolean {
  if (hasToken(itemprop, 'author')) return true
  if (element.nodeName === 'A') {
    if (hasToken(element.getAttribute('rel'), 'author')) return true
    if (element.getAttribute('href') === '/author') return true
  }
  return (
    names.length < 500 &&
    maybeAuthor.test(names) &&
    names.split(/\s+/).some((name) => author.test(name) && !noAuthor.test(name))
  )
}

function isDateName(names: string): boolean {
  return date.test(names) && !noDate.test(names)
}

function saysOf(element: Element): DatePart['says'] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`
  if (/publish|pubdate|datecreated/i.test(names)) return 'published'
  return /updat|modif/i.test(names) ? 'modified' : null
}

function isOfArticle(element: Element, heading: Element | null, own: Element | null): boolean {
  if (heading?.contains(element)) return false
  if (isWithin(element, 'ASIDE', 'NAV') || someAncestor(element, isBeside)) return false
  const around = articleAround(element)
  if (around) return own ? around === own : !isWithin(element, 'LI')
  return !isWithin(element, 'FOOTER') && !someAncestor(element, isLongRow)
}

/** A row of a list of headlines, while those of a list below a heading hold a name or a date alone. */
function isLongRow(element: Element): boolean {
  return element.nodeName === 'LI' && (element.textContent ?? '').length > 80
}

function isBeside(element: Element): boolean {
  return beside.test(`${element.getAttribute('class') ?? ''} ${element.id}`)
}

function hasToken(value: string | null, token: string): boolean {
  return value ? value.split(/\s+/).includes(token) : false
}

function articleAround(element: Element): Element | null {
  for (let e: Element | null = element; e; e = e.parentElement) {
    if (e.nodeName === 'ARTICLE') return e
  }
  return null
}

/** What microdata or a microformat says is the name itself. */
function nameWithin(element: Element): string | null {
  const name = [...element.getElementsByTagName('*')].find(
    (part) =>
      part.getAttribute('itemprop') === 'name' ||
      hasToken(part.getAttribute('class'), 'fn') ||
      hasToken(part.getAttribute('rel'), 'author'),
  )
  return (name && foldSpace(name.textContent ?? '')) || null
}

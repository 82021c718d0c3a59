import { plainText } from '../text/plain-text.ts'
import { foldSpace } from '../text/space.ts'
import { isWithin } from './ancestors.ts'
import { isDisclaimer } from './author-note.ts'
import { type Block, readBlocks } from './blocks.ts'
import { type Origins, readOrigins } from './origins.ts'

/** A short line of a page, with the classes of the elements around it. */
export type Line = { text: string; names: string; element: Element }

/** What a page shows and says of its article outside of the text, before anything is taken from it. */
export type PageMarks = {
  /** The first content of each `meta`, by its property, name or itemprop in small letters. */
  metas: Map<string, string>
  /** The address of `rel=canonical`. */
  canonical: string | null
  htmlLanguage: string | null
  /** The first `h1`, or null. */
  heading: string | null
  /** What `title` says. */
  windowTitle: string | null
  times: { datetime: string; isPublished: boolean }[]
  /** Short lines just above the heading, nearest first, and the breadcrumbs. */
  above: Line[]
  /** Short lines below the heading, in order. */
  below: Line[]
  /** Lines of boxes about the author, wherever they stand. */
  aboutAuthor: Line[]
  /** Whether the article says that its opinions are not the editors'. */
  hasDisclaimer: boolean
  origins: Origins
  /** The length of all that the page shows. */
  letters: number
  /** The first 3,000 letters that the page shows. */
  opening: string
}

const standfirstNames =
  /standfirst|\b(?:dek|lede|lead|sub-?(?:title|heading|headline)|intro|perex|deck)\b|article-?(?:summary|description|lead)/i

/** Whether an element's names say that it holds the standfirst. */
export function isStandfirst(element: Element): boolean {
  const names = namesAround(element)
  return standfirstNames.test(names) && !/by-?line/i.test(names)
}

const maxLine = 300
const beside =
  /(?:related|sidebar|recirc|most-?(?:read|popular)|trending|latest|newsletter|comments?)/i
const aboutNames =
  /about-?(?:the-?)?(?:author|columnist)|author-?(?:bio|note|info|about|desc|box|card)|(?:^|\s)(?:bio|columnist-(?:bio|about|note))/i

export function readMarks(
  document: Document,
  head: { metas: Map<string, string>; canonical: string | null },
): PageMarks {
  const blocks = document.body ? readBlocks(document.body, 'part') : []
  const heading = [...document.getElementsByTagName('h1')].find((h1) =>
    foldSpace(h1.textContent ?? ''),
  )
  const at = heading ? blocks.findIndex(({ element }) => heading.contains(element)) : -1
  const opening: string[] = []
  let letters = 0
  for (const { text } of blocks) {
    if (letters < 3000) opening.push(text)
    letters += text.length
  }
  return {
    metas: new Map([...head.metas].map(([name, value]) => [name, plainText(value.slice(0, 5000))])),
    canonical: head.canonical && plainText(head.canonical.slice(0, 5000)),
    htmlLanguage: document.documentElement.getAttribute('lang'),
    heading: heading ? foldSpace(heading.textContent ?? '').slice(0, 500) : null,
    windowTitle: foldSpace(document.title).slice(0, 500) || null,
    times: [...document.getElementsByTagName('time')].slice(0, 50).flatMap(readTime),
    above: blocks
      .slice(0, Math.max(at, 0))
      .filter(({ text }) => text.length <= 60)
      .slice(-40)
      .toReversed()
      .map(toLine),
    below: blocks
      .slice(at + 1, at + 60)
      .filter(({ text }) => text.length <= maxLine)
      .slice(0, 25)
      .map(toLine)
      .filter(({ names, element }) => !beside.test(names) && !isWithin(element, 'NAV', 'FOOTER')),
    aboutAuthor: blocks
      .filter(({ text }) => text.length > 20 && text.length < 1000)
      .slice(-60)
      .map(toLine)
      .filter(({ names }) => aboutNames.test(names)),
    hasDisclaimer: blocks
      .slice(at + 1)
      .some(({ text, element }) => isDisclaimer(text) && isInArticle(element)),
    origins: readOrigins(blocks),
    letters,
    opening: opening.join('\n'),
  }
}

function isInArticle(element: Element): boolean {
  return isWithin(element, 'ARTICLE', 'MAIN') && !isWithin(element, 'FOOTER', 'ASIDE')
}

function toLine({ text, element }: Block): Line {
  return { text, names: namesAround(element), element }
}

/** Classes, ids and item properties of an element and the two around it. */
function namesAround(element: Element): string {
  const names: string[] = []
  for (let e: Element | null = element, i = 0; e && i < 3; e = e.parentElement, i++) {
    names.push(e.getAttribute('class') ?? '', e.id, e.getAttribute('itemprop') ?? '')
  }
  return names.join(' ')
}

function readTime(time: Element): PageMarks['times'] {
  if (isWithin(time, 'ASIDE', 'NAV', 'FOOTER', 'LI')) return []
  const datetime = time.getAttribute('datetime') ?? time.textContent ?? ''
  const isPublished =
    /datePublished/i.test(time.getAttribute('itemprop') ?? '') ||
    /publish/i.test(time.getAttribute('class') ?? '')
  return [{ datetime, isPublished }]
}

import { foldSpace } from '../text/space.ts'
import { isWithin } from './ancestors.ts'
import { isDisclaimer } from './author-note.ts'
import { type Block, readBlocks } from './blocks.ts'
import { type DatePart, type MarkedPart, readMarkedParts } from './marked-parts.ts'
import { type Origins, readOrigins } from './origins.ts'
import type { PageHead } from './page-head.ts'
import { personNames, startsLikeByline } from './person-name.ts'

/** A short line of a page, with the classes of the elements around it. */
export type Line = { text: string; names: string; element: Element }

/** What a page shows and says of its article outside of the text, before anything is taken from it. */
export type PageMarks = PageHead & {
  /** What the heading of the article says, or the first of the first level, or null. */
  heading: string | null
  /** Short lines just above the heading, nearest first, and the breadcrumbs. */
  above: Line[]
  /** Short lines below the heading, in order. */
  below: Line[]
  /** What is marked as an author's name, and as a date. */
  authorParts: MarkedPart[]
  dateParts: DatePart[]
  /** Lines from the heading on that are short enough for a date and its label. */
  datelines: string[]
  /** Lines from the heading on that begin as a byline does, each once. */
  bylines: () => string[]
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

/** `heading` is the element that shows the headline; all else is told by where it stands from there. */
export function readMarks(document: Document, head: PageHead, heading: Element | null): PageMarks {
  const blocks = document.body ? readBlocks(document.body, 'part') : []
  const inHeading = ({ start }: Block) => heading?.contains(start) ?? false
  const [first, at] = [blocks.findIndex(inHeading), blocks.findLastIndex(inHeading)]
  const parts = readMarkedParts(document, heading)
  const opening: string[] = []
  let letters = 0
  for (const { text } of blocks) {
    if (letters < 3000) opening.push(text)
    letters += text.length
  }
  return {
    ...head,
    heading: heading ? foldSpace(heading.textContent ?? '').slice(0, 500) : null,
    above: blocks
      .slice(0, Math.max(first, 0))
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
    authorParts: parts.authors,
    dateParts: parts.dates,
    datelines: blocks
      .slice(at + 1)
      .filter(({ text }) => text.length < 120 && /\d/.test(text))
      .map(({ text }) => text),
    bylines: () => [
      ...new Set(
        blocks
          .slice(at + 1)
          .filter(({ text, element }) => text.length < 120 && isLoneByline(text, element))
          .map(({ text }) => text),
      ),
    ],
    aboutAuthor: blocks
      .filter(({ text }) => text.length > 20 && text.length < 1000)
      .slice(-60)
      .map(toLine)
      .filter(({ names }) => aboutNames.test(names)),
    hasDisclaimer: blocks
      .slice(at + 1)
      .some(({ text, element }) => isDisclaimer(text) && isInArticle(element)),
    origins: readOrigins(blocks, at),
    letters,
    opening: opening.join('\n'),
  }
}

function isLoneByline(text: string, element: Element): boolean {
  return (
    startsLikeByline(text) &&
    !/[.!?]$/.test(text) &&
    personNames(text).length > 0 &&
    !isWithin(element, 'ASIDE', 'NAV', 'FOOTER', 'LI') &&
    !beside.test(namesAround(element))
  )
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

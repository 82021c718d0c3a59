import type { AnyNode, Document, Element } from 'domhandler'
import { type DateWords, hasDay, hasTime, joinDateWords } from '../../text/dates/date-words.ts'
import type { DateNames } from '../../text/dates/names.ts'
import { findDateWords, readDateWords } from '../../text/dates/words.ts'
import { foldSpace } from '../../text/space.ts'
import { isAround } from './around.ts'
import { type LinkReading, readLink } from './link.ts'
import {
  headingLevel,
  isElement,
  isUnread,
  type Outline,
  parentOf,
  textOf,
  walk,
} from './outline.ts'
import { isTimeElement, readTimeElement } from './time.ts'

/** What matters on a page of headlines, at its place in the document's order. */
export type Mark = { at: number } & (
  | ({ kind: 'link'; element: Element; inHeading: boolean } & LinkReading)
  /** `level` is that of the heading (1 to 6) whose words it is, else 0. */
  | { kind: 'date'; words: DateWords; level: number }
  /** `end` is where the part of the page ends that it heads. */
  | { kind: 'heading'; text: string; level: number; end: number }
  | { kind: 'text'; text: string; inParagraph: boolean }
  /** Navigation or the like was left out here. */
  | { kind: 'gap' }
)

export type LinkMark = Extract<Mark, { kind: 'link' }>

/** Reads a page from top to bottom into marks. */
export function readMarks(
  document: Document,
  outline: Outline,
  address: (href: string) => { key: string; url: string | null } | null,
  names: DateNames,
): Mark[] {
  const marks: Mark[] = []
  const add = (mark: Mark) => marks.push(mark)
  let heading = 0
  let paragraph = 0
  // A date in several pieces, as in `2024, Friday` above `14 June`.
  let pending: { at: number; words: DateWords; level: number } | null = null
  const flush = () => {
    if (pending && hasDay(pending.words)) add({ kind: 'date', ...pending })
    pending = null
  }
  const addDate = (at: number, words: DateWords, level: number) => {
    if (hasTime(words)) {
      flush()
      if (hasDay(words) || words.time || words.minutesAgo !== undefined) {
        add({ kind: 'date', at, words, level })
      }
      return
    }
    const joined = pending && joinDateWords(pending.words, words)
    if (!joined) flush()
    pending = { at: pending?.at ?? at, words: joined ?? words, level: pending?.level || level }
  }
  const addText = (at: number, text: string) => {
    const words = readDateWords(text, names)
    if (words) return addDate(at, words, heading)
    if (!/[\p{L}\p{N}]/u.test(text)) return
    flush()
    const found = findDateWords(text, names)
    if (found) add({ kind: 'date', at, words: found, level: heading })
    add({ kind: 'text', at, text, inParagraph: paragraph > 0 })
  }

  walk(document, {
    enter(node) {
      const at = outline.spans.get(node)?.start ?? 0
      if (node.type === 'text') {
        const text = foldSpace(node.data.slice(0, 20_000))
        if (text) addText(at, text)
        return false
      }
      if (!isElement(node)) return node.type === 'root'
      if (isUnread(node)) return false
      if (isAround(node, outline)) {
        flush()
        add({ kind: 'gap', at })
        return false
      }
      if (isTimeElement(node)) {
        const words = readTimeElement(node, names)
        if (words) addDate(at, words, heading)
        return words === null
      }
      if (node.name === 'a' && node.attribs.href !== undefined) {
        const { dates, link } = readLink(node, address, names)
        if (!link) {
          for (const words of dates) addDate(at, words, heading)
          return false
        }
        flush()
        for (const words of dates) add({ kind: 'date', at, words, level: 0 })
        const inHeading = heading > 0 || link.hasHeading
        add({ kind: 'link', at, element: node, ...link, inHeading })
        return false
      }
      const level = headingLevel(node)
      if (level > 0 && outline.linksIn(node) === 0) {
        const text = textOf(node)
        const words = findDateWords(text, names)
        if (words) {
          addDate(at, words, level)
        } else if (text) {
          flush()
          add({ kind: 'heading', at, text, level, end: endOfSection(node, outline) })
        }
        return false
      }
      if (level > 0) heading = level
      if (node.name === 'p') paragraph++
      return true
    },
    leave(node: AnyNode) {
      if (!isElement(node)) return
      if (headingLevel(node) > 0) heading = 0
      if (node.name === 'p') paragraph--
    },
  })
  flush()
  return marks
}

// A heading heads what is left of the smallest element around it that holds links.
function endOfSection(heading: Element, outline: Outline): number {
  let section: Element | null = heading
  while (section && outline.linksIn(section) === 0) section = parentOf(section)
  return (section && outline.spans.get(section)?.end) ?? 0
}

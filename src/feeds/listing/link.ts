import type { Element } from 'domhandler'
import { startOf } from '../../text/clip.ts'
import { type DateWords, hasDay, hasTime } from '../../text/dates/date-words.ts'
import type { DateNames } from '../../text/dates/names.ts'
import { readDateWords } from '../../text/dates/words.ts'
import { foldSpace } from '../../text/space.ts'
import { headingLevel, isBlock, isElement, isUnread, walk } from './outline.ts'
import { isTimeElement, readTimeElement } from './time.ts'
import { isHeadline, isLabel } from './words.ts'

/** Where a link leads and what it says. */
export type LinkReading = {
  /** Tells addresses apart, also relative ones of a page whose own address is unknown. */
  key: string
  url: string | null
  text: string
  /** Its words can only be a headline. */
  isStrong: boolean
  /** Its words only lead on or around. */
  isLabel: boolean
  hasHeading: boolean
}

type Chunk = { text: string; isHeading: boolean }

/**
 * Reads a link and the dates inside it. A link around a whole card gives its heading, or the first
 * of its blocks that reads as a headline. No link for one that leads nowhere or says only a date.
 */
export function readLink(
  element: Element,
  address: (href: string) => { key: string; url: string | null } | null,
  names: DateNames,
): { dates: DateWords[]; link: LinkReading | null } {
  const { chunks, dates } = readChunks(element, names)
  const chosen = chunks.find(({ isHeading }) => isHeading) ??
    chunks.find(({ text }) => isHeadline(text)) ?? {
      text: chunks.map(({ text }) => text).join(' '),
      isHeading: false,
    }
  const leads = /\b(?:tag|author|sponsored)\b/.test(element.attribs.rel ?? '')
    ? null
    : address(element.attribs.href ?? '')
  // A link laid over a card says its words to screen readers only.
  const text =
    unclipped(chosen.text, element.attribs.title) || foldSpace(element.attribs['aria-label'] ?? '')
  const [, time, rest] = /^(\d{1,2}:\d{2})[ |,–—-]+(\S.*)$/.exec(text) ?? []
  if (time) dates.push(readDateWords(time, names) ?? {})
  const title = startOf(rest ?? text, 500)
  if (!leads || !/\p{L}/u.test(title)) return { dates, link: null }
  const words = { text: title, isStrong: isHeadline(title), isLabel: isLabel(title) }
  return { dates, link: { ...leads, ...words, hasHeading: chosen.isHeading } }
}

function readChunks(link: Element, names: DateNames) {
  const chunks: Chunk[] = []
  const dates: DateWords[] = []
  let words = ''
  let isHeading = false
  const end = () => {
    const text = foldSpace(words)
    if (text) chunks.push({ text, isHeading })
    words = ''
  }
  walk(link, {
    enter(node) {
      if (node.type === 'text') {
        const date = readDateWords(foldSpace(node.data), names)
        if (date && (hasDay(date) || hasTime(date))) dates.push(date)
        else words = joinWords(words, node.data)
        return false
      }
      if (!isElement(node)) return false
      if (isUnread(node)) return false
      if (isTimeElement(node)) {
        const date = readTimeElement(node, names)
        if (date) dates.push(date)
        return false
      }
      if (isBlock(node)) end()
      if (headingLevel(node) > 0) isHeading = true
      return true
    },
    leave(node) {
      if (!isElement(node)) return
      if (isBlock(node)) end()
      if (headingLevel(node) > 0) isHeading = false
    },
  })
  end()
  return { chunks, dates }
}

// Pieces that only their styling keeps apart: `<span>Bridge opens</span><span>Reuters</span>`.
function joinWords(a: string, b: string): string {
  return /[\p{L}\p{N}]$/u.test(a) && /^[\p{L}\p{N}]/u.test(b) ? `${a} ${b}` : a + b
}

// A clipped headline often stands whole in the link's title.
function unclipped(text: string, title = ''): string {
  const start = text.replace(/(?:…|\.\.\.)$/, '').trimEnd()
  return start !== text && title.startsWith(start) ? foldSpace(title) : text
}

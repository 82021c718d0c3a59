import type { Block } from './blocks.ts'
import type { Origins } from './origins.ts'
import { holdsDate } from './page-date.ts'
import { isStandfirst } from './page-marks.ts'
import { personNames, startsLikeByline } from './person-name.ts'
import { plainWords } from './plain-words.ts'

/** What a page shows above the text and we keep apart from it. */
export type Head = {
  title: string | null
  standfirst: string | null
  authors: string[]
  /** The language that the page claims. */
  language: string | null
}

/**
 * The blocks without those at the start that only repeat the title or the standfirst, name the authors or
 * show the date.
 */
export function withoutHead(blocks: Block[], head: Head, origins: Origins): Block[] {
  const [title, standfirst] = [plainWords(head.title ?? ''), plainWords(head.standfirst ?? '')]
  let start = 0
  for (const [i, { text, element, start: piece }] of blocks.slice(0, 6).entries()) {
    const words = plainWords(text)
    // Where no name tells it apart, a description repeats the first paragraph.
    const isRepeated =
      words === title ||
      (words === standfirst && isStandfirst(origins.around.get(piece)?.[0] ?? element))
    if (isRepeated || isByline(text, head)) start = i + 1
    else if (text.length > 60) break
  }
  return start < blocks.length ? blocks.slice(start) : blocks
}

function isByline(text: string, { authors, language }: Head): boolean {
  if (text.length > 120) return false
  if (authors.includes(text)) return true
  // `Friday, 14 June 2024, 10:30`, and no sentence about that day.
  if (/[.!?]$/.test(text)) return false
  if (startsLikeByline(text) && personNames(text).length > 0) return true
  return text.length < 60 && holdsDate(text, language)
}

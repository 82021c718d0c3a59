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
 * The blocks without those at the start that only repeat the title, name the authors or show the date. A
 * standfirst among them stays, as it is the beginning of the text for those who read that alone.
 */
export function withoutHead(blocks: Block[], head: Head, origins: Origins): Block[] {
  const [title, standfirst] = [plainWords(head.title ?? ''), plainWords(head.standfirst ?? '')]
  const isLead = ({ text, element, start }: Block) =>
    plainWords(text) !== title &&
    (plainWords(text) === standfirst ||
      isStandfirst(origins.byStart.get(start)?.element ?? element))
  let start = 0
  for (const [i, block] of blocks.slice(0, 6).entries()) {
    if (plainWords(block.text) === title || isByline(block.text, head)) start = i + 1
    else if (block.text.length > 60 && !isLead(block)) break
  }
  if (start >= blocks.length) return blocks
  return blocks.filter((block, i) => i >= start || (block.text.length > 40 && isLead(block)))
}

function isByline(text: string, { authors, language }: Head): boolean {
  if (text.length > 120) return false
  if (authors.includes(text)) return true
  // `Friday, 14 June 2024, 10:30`, and no sentence about that day.
  if (/[.!?]$/.test(text)) return false
  if (startsLikeByline(text) && personNames(text).length > 0) return true
  return text.length < 60 && holdsDate(text, language)
}

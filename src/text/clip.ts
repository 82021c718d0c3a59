import { splitSentences } from './sentences.ts'

/** The beginning of a text in at most `length` UTF-16 units, never between the two halves of a character. */
export function startOf(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** The text in at most `length` UTF-16 units, cut at a word and marked with an ellipsis when longer. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = startOf(text, length - 1)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > length / 2 ? end : undefined).trimEnd()}…`
}

/** The text in at most `length` units, cut where a sentence ends if one does in its second half. */
export function clipSentences(text: string, length: number): string {
  if (text.length <= length) return text
  // What follows the cut shows whether a sentence ends there.
  const ends = splitSentences(text.slice(0, length + 40), null).map(([, end]) => end)
  const end = ends.findLast((end) => end <= length) ?? 0
  return end > length / 2 ? text.slice(0, end) : clip(text, length)
}

import { afterNames, beforeNames, beforeNumbers, openers } from './abbreviations.ts'
import { datelineLength } from './datelines.ts'

/** Where a piece of a text stands: [start, end) in UTF-16 units. */
export type Span = [start: number, end: number]

/** Segmenters are costly to make and are kept, one for each language asked for. */
const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The sentences of a text in their order, without the white space around them. They end where
 * Unicode says (UAX 29) and at line ends, with what its rules cannot know: abbreviations and initials
 * before names, numbers that open a sentence, and text whose marks stand apart from its words
 * (`the end . ' he said .`), as tools for language research write it.
 */
export function splitSentences(text: string, language: string | null): Span[] {
  const spans: Span[] = []
  let start = 0
  const close = (end: number) => {
    const sentence = text.slice(start, end)
    const from = start + sentence.length - sentence.trimStart().length
    const to = start + sentence.trimEnd().length
    if (to > from) spans.push([from, to])
    start = end
  }
  const datelines = datelineSpans(text)
  for (const at of candidates(text, language, datelines)) {
    if (datelines.some(([from, to]) => from < at && at < to)) continue
    const end = withClosingQuote(text, start, at)
    if (end <= start) continue
    if (datelines.some(([, to]) => to === at) || isBoundary(text, start, end)) close(end)
  }
  close(text.length)
  return spans
}

/** The sentences of a text as `splitSentences` finds them. */
export function sentencesOf(text: string, language: string | null): string[] {
  return splitSentences(text, language).map(([start, end]) => text.slice(start, end))
}

/** A number, a bullet or a dash can open a sentence, though Unicode's rules see no capital there. */
const beforeOpeners = /[.!?…:]["”’»)]{0,3}\s(?=\d|[*•]\s?\p{L}|[–—-]\s\p{Lu})/gu
const aloneMarks = /\s[.!?]{1,3}\s/g

function candidates(text: string, language: string | null, datelines: Span[]): number[] {
  const ends = new Set(datelines.map(([, end]) => end))
  for (const { index } of segmenterFor(language).segment(text)) ends.add(index)
  for (const { index, 0: end } of text.matchAll(beforeOpeners)) ends.add(index + end.length)
  if (/\s\.\s/.test(text)) {
    for (const { index, 0: mark } of text.matchAll(aloneMarks)) ends.add(index + mark.length)
  }
  return [...ends].sort((a, b) => a - b)
}

/** A dateline stands apart from the sentence that it is written before. */
function datelineSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const { index, 0: line } of text.matchAll(/[^\s][^\n]*/g)) {
    const length = datelineLength(line)
    if (length > 0) spans.push([index, index + length])
  }
  return spans
}

function segmenterFor(language: string | null): Intl.Segmenter {
  // A page may call its language anything.
  const tag = /^[a-z]{2,3}(?![a-z])/.exec(language ?? '')?.[0] ?? 'en'
  // For one that is not known to Unicode CLDR the machine's own would be taken.
  const [key = 'en'] = Intl.Segmenter.supportedLocalesOf(tag)
  let segmenter = segmenters.get(key)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(key, { granularity: 'sentence' })
    segmenters.set(key, segmenter)
  }
  return segmenter
}

/** A quotation mark or bracket that stands alone after the end closes what the sentence opened. */
function withClosingQuote(text: string, start: number, at: number): number {
  const mark = /^(?:['’”»)\]]+|"|'')(?=\s|$)\s?/.exec(text.slice(at, at + 4))?.[0]
  if (!mark) return at
  const opened =
    mark[0] !== '"' || text.slice(Math.max(start, at - 1000), at).split('"').length % 2 === 0
  return opened ? at + mark.length : at
}

function isBoundary(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 40), at)
  if (/\n\s*$/.test(before)) return true
  const after = text.slice(at, at + 40)
  // Inside an address or a name such as DT.UA; scripts without spaces have marks of their own.
  if (/[.!?…]["”’»)]*$/.test(before)) return false
  const [, word = ''] = /([\p{L}\p{N}][\p{L}\p{N}.'’-]*)\.\s+$/u.exec(before) ?? []
  // A number after a colon opens nothing, a bullet does.
  if (word === '') return !/:["”’»)]*\s+$/.test(before) || /^[*•]/.test(after)
  const lower = word.toLowerCase()
  const next = /^[\p{L}\p{N}№]+(?!\.)/u.exec(after)?.[0] ?? ''
  const opens = openers.has(next.toLowerCase())
  if (beforeNumbers.has(lower) && /^[\d№]/.test(next)) return false
  if (beforeNames.has(lower)) return endsAnAmount(before)
  if (afterNames.has(lower)) return opens
  // Initials, also in names of firms: "J. Smith", "S.A.", "B. V."
  if (/^\p{Lu}(?:\.\p{L})*$/u.test(word)) return opens || /^["“«„]/.test(after)
  return true
}

/** "120 кв. м.", "180 к. с.", "XX ст.": here the short word is a unit and stands before no name. */
function endsAnAmount(before: string): boolean {
  return /(?:(?:кв|куб|\d)\.?\s?м|к\.\s?с|[IVXХІ]\s?ст|т\.\s?п)\.\s+$/u.test(before)
}

import { abbreviationsOf } from './abbreviations.ts'
import { datelineLength } from './datelines.ts'
import { guessLanguage, languageCode } from './languages.ts'
import { isOrdinal } from './ordinals.ts'

/** Where a piece of a text stands: [start, end) in UTF-16 units. */
export type Span = [start: number, end: number]

/** Segmenters are costly to make and are kept, one for each language asked for. */
const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The sentences of a text in their order, without the white space around them. They end where
 * Unicode says (UAX 29) and at line ends, with what its rules cannot know: abbreviations, ordinals and
 * initials before names, quotations and names that end in a mark, footnote marks, numbers that open a
 * sentence, and text whose marks stand apart from its words (`the end . ' he said .`), as tools for
 * language research write it. A language that is not known is guessed.
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
  const reading = { code: codeOf(text, language), marksApart: /\s\.\s/.test(text) }
  for (const at of candidates(text, language, datelines)) {
    if (datelines.some(([from, to]) => from < at && at < to)) continue
    const end = withFootnotes(text, withClosingQuote(text, start, beforeBracket(text, at)))
    if (end <= start) continue
    if (datelines.some(([, to]) => to === at) || isBoundary(text, start, end, reading)) close(end)
  }
  close(text.length)
  return spans
}

/** The sentences of a text as `splitSentences` finds them. */
export function sentencesOf(text: string, language: string | null): string[] {
  return splitSentences(text, language).map(([start, end]) => text.slice(start, end))
}

/** A number, a bullet or a dash can open a sentence, though Unicode's rules see no capital there. */
const beforeOpeners =
  /[.!?…:]["”’»)]{0,3}\s(?=\d|[*•]\s?\p{L}|[–—-]\s\p{Lu})|\s(?=[•▪●◦‣■]\s?\p{L})/gu
const aloneMarks = /\s[.!?]{1,3}\s/g
const footnotes = String.raw`(?:(?: ?\[\d{1,3}\]|(?<!\s)(?:\[[^[\]\n]{1,20}\]|[¹²³⁰⁴-⁹*†‡]{1,4})){1,9}|(?<=\p{Ll}{3}[.!?])\d{1,3}(?=\s+\p{Lu}))(?:\s+|$)`
const markedEnd = new RegExp(`[.!?…]["”’»)]{0,3}${footnotes}`, 'gu')
const footnotesHere = new RegExp(footnotes, 'uy')

function candidates(text: string, language: string | null, datelines: Span[]): number[] {
  const ends = new Set(datelines.map(([, end]) => end))
  for (const { index } of segmenterFor(language).segment(text)) ends.add(index)
  for (const { index, 0: end } of text.matchAll(beforeOpeners)) ends.add(index + end.length)
  for (const { index, 0: end } of text.matchAll(markedEnd)) ends.add(index + end.length)
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

/** Without spaces, Unicode's rules leave the bracket that opens the next sentence to the one before. */
function beforeBracket(text: string, at: number): number {
  return /[。！？][」』）】”’]*[「『（【]$/.test(text.slice(at - 8, at)) ? at - 1 : at
}

/** Footnote marks belong to the sentence before them; Unicode's rules end it within their bracket. */
function withFootnotes(text: string, at: number): number {
  footnotesHere.lastIndex = text[at - 1] === '[' ? at - 1 : at
  return footnotesHere.test(text) ? footnotesHere.lastIndex : at
}

type Reading = {
  /** The language (ISO 639-1), '' where there is nothing to guess it by. */
  code: string
  /** Whether marks stand apart from words; letters are often small throughout then. */
  marksApart: boolean
}

function codeOf(text: string, language: string | null): string {
  return languageCode(language) || (guessLanguage(text) ?? '')
}

function isBoundary(text: string, start: number, at: number, reading: Reading): boolean {
  const before = text.slice(Math.max(start, at - 40), at)
  if (/\n\s*$/.test(before)) return true
  const after = text.slice(at, at + 40)
  if (goesOn(before, after, reading)) return false
  // Inside an address or a name such as DT.UA; scripts without spaces have marks of their own.
  if (/[.!?…]["”’»)]*$/.test(before)) return false
  const [, word = ''] = /([\p{L}\p{N}][\p{L}\p{N}.'’-]*[.!])\s+$/u.exec(before) ?? []
  // A number after a colon opens nothing, a bullet does.
  if (word === '') return !/:["”’»)]*\s+$/.test(before) || /^[*•▪●◦‣■]/.test(after)
  // The number of an entry in a list.
  if (at - start < 8 && /^\s*\d{1,3}\.\s+$/.test(before)) return false
  return !isShortened(word.replace(/\.$/, ''), before, after, reading.code)
}

/** Whether a sentence goes on after a mark that may have ended a quotation or a name within it. */
function goesOn(before: string, after: string, { marksApart }: Reading): boolean {
  if (/[。！？][」』）】”’]+$/.test(before)) return quoteGoesOn.test(after)
  // A small letter, of a script that has large ones for the beginnings; not `iPhone`.
  return !marksApart && /^(?:[–—-]\s?)?(?!\p{Script=Georgian})\p{Ll}(?!\p{Lu})/u.test(after)
}

/** A Japanese particle, or who speaks in Chinese. */
const quoteGoesOn =
  /^(?:と(?!ころ|ても|にかく)|って|など|が|は(?!い)|を|に(?!も)|の(?!ち)|も(?!し|う|ちろん)|で(?!も|は)|や|へ|[^。！？，、\n]{0,8}(?:[说說道称稱问問]|表示))/

/** Whether a word with a full stop, at the end of `before`, is cut short and `after` goes on with the sentence. */
function isShortened(word: string, before: string, after: string, code: string): boolean {
  const { beforeNames, afterNames, beforeNumbers, openers } = abbreviationsOf(code)
  const lower = word.toLowerCase()
  const next = /^[\p{L}\p{N}]+(?![\p{L}\p{N}.])/u.exec(after)?.[0] ?? ''
  const opens = openers.has(next.toLowerCase())
  // Also streets: Hafenstr. 5.
  if ((beforeNumbers.has(lower) || lower.endsWith('str')) && /^[\d№]/.test(after)) return true
  if (isOrdinal(before, after, code, opens)) return true
  if (isOnlyDate.test(before)) return true
  if (beforeNames.has(lower)) return !endsAnAmount(before)
  if (isLoneLetter(word)) return !opens && (!endsAnAmount(before) || /^\p{L}{1,4}\.\s/u.test(after))
  if (afterNames.has(lower)) return !opens
  // Initials, also in names of firms: "J. Smith", "S.A.", "B. V."
  return /^\p{Lu}(?:\.\p{L})*$/u.test(word) && !opens && !/^["“«„]/.test(after)
}

/** "z. B.", "р. Дніпро"; some letters are words in Cyrillic. */
function isLoneLetter(word: string): boolean {
  return word.length === 1 && /[\p{Ll}--[яєеюиі]]/v.test(word)
}

/** "У березні 2014 р. Київ ...": nothing is said yet. */
const isOnlyDate =
  /^\s*(?:у|в|во|на|з|із|до|від|після|за|с|со|из|к|от|после|станом на|по состоянию на) (?:\d{1,2} )?(?:\p{L}+ )?\d{4}\s?(?:р|рр|г|гг)\.\s+$/iu

/** "120 кв. м.", "180 к. с.", "XX ст.", "2014 р.": here the short word is a unit and stands before no name. */
function endsAnAmount(before: string): boolean {
  return /(?:(?:кв|куб|\d)\.?\s?(?:г|р|рр|гг|м|см|мм|км|с|л|т|га|кг|в|вв|хв|мин|сек)|\d\s?\p{Script=Latin}|к\.\s?с|[IVXХІ]\s?(?:ст|в)|т\.\s?[дп])\.\s+$/u.test(
    before,
  )
}

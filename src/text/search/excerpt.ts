import type { Excerpt } from '../../domain/search.ts'
import { unspaced } from '../words.ts'
import { foldWord } from './fold.ts'
import type { Normaliser } from './normalise.ts'
import { type PlacedWord, placedWords, wordsIn } from './words-in.ts'

/** What is looked for in a text: stems, beginnings of words, runs of letters without spaces, and quotations. */
export type Wanted = {
  stems: ReadonlySet<string>
  beginnings: readonly string[]
  runs: readonly string[]
  /** Words as they stand, one after another. */
  phrases: readonly string[]
}

/** Long enough for a sentence or two. */
const longest = 220
/** So many letters before the first word show what it stands in. */
const before = 60
// No reader looks further into a text, and one page shows ten.
const longestText = 30_000

/** A word that was asked for: `key` is the same for the same part of the question. */
type Mark = { key: string; start: number; end: number }

/** Where a text holds most of what is wanted; null where it holds nothing of it. */
export function excerptOf(
  text: string,
  language: string | null,
  wanted: Wanted,
  normaliser: Normaliser,
): Excerpt | null {
  // A line break stays, as it ends a heading.
  const read = text
    .slice(0, longestText)
    .replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '))
  const initials = new Set(Array.from(wanted.stems, (stem) => stem.charAt(0)))
  const stemOf = (word: string) =>
    plain.test(word) && !initials.has(foldWord(word.charAt(0)))
      ? null
      : normaliser.words(word, language)
  const placed = placedWords(read)
  const quoted = wanted.phrases.flatMap((phrase) => phraseMarks(placed, phrase))
  const isQuoted = ({ start }: Mark) =>
    quoted.some((phrase) => start >= phrase.start && start < phrase.end)
  const marks = placed
    .flatMap((word) => marksOf(word, stemOf, wanted))
    .filter((mark) => !isQuoted(mark))
    .concat(quoted)
    .toSorted((a, b) => a.start - b.start)
  const best = bestMark(marks)
  if (best === null) return null
  const start = startBefore(read, best)
  const end = endAfter(read, start)
  const [head, tail] = [start > 0 ? '… ' : '', end < read.length ? ' …' : '']
  const piece = read.slice(start, end).replaceAll('\n', ' ')
  return {
    text: `${head}${piece}${tail}`,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => [mark.start - start + head.length, mark.end - start + head.length]),
  }
}

/** The stem of a word of these letters alone begins as the word does. */
const plain = /^(?:[a-z\d]+|[а-яіїєґёў]+)$/i

/** `stemOf` is null for what begins as none of the stems does. */
function marksOf(
  { word, start, end }: PlacedWord,
  stemOf: (word: string) => string | null,
  { stems, beginnings, runs }: Wanted,
): Mark[] {
  if (unspaced.test(word)) {
    return runs.flatMap((run) => {
      const at = word.indexOf(run)
      return at === -1 ? [] : [{ key: run, start: start + at, end: start + at + run.length }]
    })
  }
  const stem = stemOf(word)
  if (stem !== null && stems.has(stem)) return [{ key: stem, start, end }]
  const folded = beginnings.length > 0 ? foldWord(word) : ''
  const key = beginnings.find((beginning) => folded.startsWith(beginning))
  return key === undefined ? [] : [{ key, start, end }]
}

/** Where the words of a quotation stand as it has them. */
function phraseMarks(placed: readonly PlacedWord[], phrase: string): Mark[] {
  const wanted = wordsIn(phrase).map(foldWord)
  const marks: Mark[] = []
  const folded = placed.map(({ word }) => foldWord(word))
  for (let i = 0; wanted.length > 0 && i + wanted.length <= placed.length; i++) {
    const [first, last] = [placed[i], placed[i + wanted.length - 1]]
    if (!first || !last || !wanted.every((word, at) => folded[i + at] === word)) continue
    marks.push({ key: `"${phrase}"`, start: first.start, end: last.end })
    i += wanted.length - 1
  }
  return marks
}

/** The start of the stretch with the most different marks, and then with the most. */
function bestMark(marks: readonly Mark[]): number | null {
  let best: { start: number; score: number } | null = null
  for (const [i, { start }] of marks.entries()) {
    const near = marks.slice(i, i + 12).filter(({ end }) => end <= start + longest - before)
    const score = new Set(near.map(({ key }) => key)).size * 20 + near.length
    if (score > (best?.score ?? 0)) best = { start, score }
  }
  return best?.start ?? null
}

/** Where a sentence begins, or at least a word. */
function startBefore(text: string, mark: number): number {
  const from = Math.max(0, mark - before)
  const head = text.slice(from, mark)
  const sentence = /^.*(?:[.!?…。！？]["»”)]?\s|\n)/su.exec(head)
  if (sentence) return from + sentence[0].length
  if (from === 0) return 0
  const space = head.indexOf(' ')
  return space === -1 ? from : from + space + 1
}

function endAfter(text: string, start: number): number {
  if (text.length - start <= longest) return text.length
  const end = text.lastIndexOf(' ', start + longest)
  return end > start + longest / 2 ? end : start + longest
}

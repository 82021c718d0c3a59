import { createMemory } from '../lib/memory.ts'
import { type Language, languageOf } from './languages.ts'

/** A letter of a script that is written without spaces between words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * The pairs of neighbouring letters by which words written without spaces are compared, as search
 * engines do (Lucene's CJKBigramFilter); a lone letter stands for itself.
 */
export function letterPairs(word: string): string[] {
  const letters = [...word]
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

let segmenter: Intl.Segmenter | undefined

/** The words of a text in lower case, in order: runs of letters and digits, or as UAX 29 finds them. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  if (!unspaced.test(lower)) return lower.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // A language must be named: for `und` the machine's own would be taken.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return [...segmenter.segment(lower)].filter((s) => s.isWordLike).map((s) => s.segment)
}

/** Stemming costs more than all else, and news repeats its words: those last met are kept. */
const maxKept = 50_000
const maxWordLength = 40

/** The stems of a language that were met, numbered: by word, with -1 for stop words. */
type StemCache = { language: Language; byWord: Map<string, number>; byStem: Map<string, number> }
const keptOf = new Map<Language, StemCache>()

/**
 * Numbers the stems of words: the same number for the same stem, -1 for a stop word. Numbers of one
 * numbering hold among themselves only.
 */
export function createNumbering(tag: string | null): (word: string) => number {
  const language = languageOf(tag)
  let kept = keptOf.get(language)
  if (!kept || kept.byWord.size > maxKept) {
    kept = { language, byWord: new Map(), byStem: new Map() }
    keptOf.set(language, kept)
  }
  const { byWord, byStem } = kept
  return (word) => {
    const known = byWord.get(word)
    if (known !== undefined) return known
    // An endless word is not one; its beginning is enough to know it by.
    const stem = stemOf(word.slice(0, maxWordLength), language)
    const number = stem === '' ? -1 : (byStem.get(stem) ?? byStem.size)
    if (stem !== '') byStem.set(stem, number)
    if (word.length <= maxWordLength) byWord.set(word, number)
    return number
  }
}

/** The distinct stems of the words of a text, without stop words. */
export function stemsOf(text: string, tag: string | null): Set<string> {
  const language = languageOf(tag)
  return new Set(
    wordsOf(text)
      .map((word) => stemOf(word, language))
      .filter((stem) => stem !== ''),
  )
}

/** Some days of headlines and summaries. */
const knownStems = createMemory(20_000)((both): ReadonlySet<string> => {
  const [tag = ''] = both.split(' ', 1)
  return stemsOf(both.slice(tag.length + 1), tag || null)
})

/** The same of what is compared for many readers, such as headlines: found once, and of its first letters. */
export function stemsKnown(text: string, tag: string | null): ReadonlySet<string> {
  return knownStems(`${tag ?? ''} ${text.slice(0, mostLetters)}`)
}

/** Longer than a headline with its summary; what a hostile feed puts after that is not read. */
const mostLetters = 1000

function stemOf(word: string, { stopWords, stem }: Language): string {
  const saysNothing =
    stopWords.has(word) ||
    (word.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}\d]/u.test(word))
  return saysNothing ? '' : stem(word)
}

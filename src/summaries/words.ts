import { type Language, languageOf } from './languages.ts'

/** Scripts that write without spaces between words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

let segmenter: Intl.Segmenter | undefined

/** The words of a text in lower case, in order: runs of letters and digits, or as UAX 29 finds them. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  if (!unspaced.test(lower)) return lower.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  return [...segmenter.segment(lower)].filter((s) => s.isWordLike).map((s) => s.segment)
}

/** Stemming costs more than all else, and news repeats its words: the stems last met are kept. */
const maxStems = 50_000
const keptStems = new Map<Language, Map<string, string>>()

/** The stem of a word, or an empty string for one that says nothing alone. */
export function createStemmer(tag: string | null): (word: string) => string {
  const language = languageOf(tag)
  const kept = keptStems.get(language)
  const known = kept && kept.size < maxStems ? kept : new Map<string, string>()
  keptStems.set(language, known)
  return (word) => {
    let stem = known.get(word)
    if (stem === undefined) {
      stem = saysNothing(word, language) ? '' : language.stem(word)
      known.set(word, stem)
    }
    return stem
  }
}

function saysNothing(word: string, { stopWords }: Language): boolean {
  return (
    stopWords.has(word) ||
    (word.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}\d]/u.test(word))
  )
}

/** The distinct stems of the words of a text that say something. */
export function stemsOf(text: string, language: string | null): Set<string> {
  return new Set(
    wordsOf(text)
      .map(createStemmer(language))
      .filter((stem) => stem !== ''),
  )
}

import type { Reason } from '../../domain/reason.ts'
import { languageOf } from '../../text/languages.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { letterPairs, unspaced } from '../../text/words.ts'
import { isSameName } from './names.ts'
import { isNumberWord } from './number-words.ts'
import { numbersOf } from './numbers.ts'

/** What a summary must be supported by. */
type Source = { title: string; text: string; language: string | null }

/** The least share of content words that must be the article's own. */
const leastShare = 0.5
/** How many words a sentence must share with the lines around a number that it takes from there. */
const leastNear = 2
/** Words with the same first letters, as many as these, count as the same. */
const prefixLength = 5

const functionWords = new Set(
  ['en', 'uk', 'ru', 'de', 'fr', 'es', 'it', 'pl'].flatMap((code) => [
    ...languageOf(code).stopWords,
  ]),
)

/**
 * Returns what a summary claims that its article does not say; null when all is supported.
 * Every name must stand in the article in some form; every number, in digits or words, must stand near
 * words that the summary's sentence shares; and half of the words must be the article's.
 *
 * After the checks of entities and numbers in summaries by Nan et al. (2021) and Zhao et al. (2020):
 * what contradicts the article in its own words is not found so.
 */
export function whyUnsupported(summary: string, { title, text, language }: Source): Reason | null {
  const lines = [title, ...text.split('\n')]
  const known = new Set(lines.flatMap(wordsOf))
  const name = namesOf(summary).find((word) => !isAmong(known, word, isSameName))
  if (name) return { code: 'unsupported-name', name }

  const said = contentOf(summary)
  const shared = said.filter((word) => isAmong(known, word, isSameWord))
  if (shared.length < said.length * leastShare) return { code: 'unsupported-words' }

  const values = lines.map((line) => new Set(numbersOf(line).flatMap((number) => number.values)))
  for (const sentence of sentencesOf(summary, language)) {
    const words = contentOf(sentence)
    const isSaidAt = (i: number) => {
      const near = new Set(lines.slice(Math.max(0, i - 1), i + 2).flatMap(contentOf))
      const common = words.filter((word) => isAmong(near, word, isSameWord))
      return common.length >= Math.min(leastNear, words.length)
    }
    const lone = numbersOf(sentence).find(
      (number) =>
        !lines.some((_line, i) => number.values.some((n) => values[i]?.has(n)) && isSaidAt(i)),
    )
    if (lone) return { code: 'unsupported-number', number: lone.text }
  }
  return null
}

function isAmong(
  words: Set<string>,
  word: string,
  isSame: (a: string, b: string) => boolean,
): boolean {
  if (words.has(word)) return true
  for (const other of words) if (isSame(word, other)) return true
  return false
}

function isSameWord(a: string, b: string): boolean {
  const isLong = a.length >= prefixLength && b.length >= prefixLength
  return (isLong && a.slice(0, prefixLength) === b.slice(0, prefixLength)) || isSameName(a, b)
}

/** Words with a capital, or a letter and a digit; function words with one only begin a sentence. */
export function namesOf(summary: string): string[] {
  return rawWords(summary)
    .filter((word) => /\p{Lu}|^\p{L}.*\d/u.test(word) && !unspaced.test(word))
    .map(plainWord)
    .filter((word) => !functionWords.has(word) && !isNumberWord(word))
}

/** The content words, without numbers. */
function contentOf(text: string): string[] {
  return wordsOf(text).filter(
    (word) =>
      unspaced.test(word) ||
      (word.length >= 4 && !functionWords.has(word) && !/^\d/.test(word) && !isNumberWord(word)),
  )
}

/** In lower case; pairs of letters where words are written without spaces. */
export function wordsOf(text: string): string[] {
  return rawWords(text).flatMap((word) =>
    unspaced.test(word) ? letterPairs(word) : [plainWord(word)],
  )
}

function rawWords(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}+)*/gu) ?? []
}

// Without an apostrophe, which is spelt in many ways, and the English genitive.
function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’ʼ]s$/, '')
    .replace(/['’ʼ]/g, '')
}

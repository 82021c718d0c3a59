import { dateNames, isDayNumber } from './date-names.ts'
import { type HeadlineLanguage, headlineLanguage } from './languages.ts'

/** Headlines say it in a few words; what a hostile feed puts after them is not read. */
const maxTitle = 300
const maxLead = 1000

/** What an article is compared by. */
export type Terms = {
  language: HeadlineLanguage
  /** The stems of the title, each once. */
  title: string[]
  /** The stems of the lead, each once. */
  lead: string[]
}

// Written without spaces: compared by pairs of letters, as search engines do (Lucene's CJKBigramFilter).
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The stems of a title and a lead, without stop words. */
export function termsOf(title: string, lead: string | null, declared: string | null): Terms {
  const shownTitle = title.slice(0, maxTitle)
  const shownLead = (lead ?? '').slice(0, maxLead)
  const language = headlineLanguage(declared, `${shownTitle}\n${shownLead}`)
  return {
    language,
    title: stems(wordsOf(shownTitle), language),
    lead: stems(wordsOf(shownLead), language),
  }
}

/** The words of a text in lower case, numbers included; `1,020` and `1 020` are one number. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[,. ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{L})/gu, '')
  return plain.match(/\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
}

function stems(words: string[], { code, stem, stemLength, stopWords }: HeadlineLanguage): string[] {
  const found = new Set<string>()
  const names = dateNames(code).long
  for (const [i, word] of words.entries()) {
    // What stands in all headlines of a day tells none of them from another.
    if (names.has(word) || isDayNumber(words, i, names)) continue
    if (unspaced.test(word)) {
      for (const pair of pairs(word)) found.add(pair)
    } else if (!stopWords.has(word) && (word.length > 1 || /\d/.test(word))) {
      found.add(stem(word).slice(0, stemLength))
    }
  }
  return [...found]
}

function pairs(word: string): string[] {
  const letters = [...word]
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

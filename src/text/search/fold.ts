import { foldForms } from '../dates/fold.ts'
import { unspaced } from '../words.ts'

/** Most words stand so already. */
const isFolded = /^(?:[a-z\d]{1,40}|[а-яіїє]{1,40})$/

/** A longer word is known by its beginning, but not what is written without spaces between words. */
const longest = 40

/**
 * A word as it is compared: in small letters, without the marks of Latin and Greek letters, with ё as е
 * and ґ as г, in letters of usual width and digits of English, without apostrophes, soft hyphens and
 * whatever else is not seen. й and ї stay: they are letters of their own.
 */
export function foldWord(word: string): string {
  if (isFolded.test(word)) return word
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase().slice(0, longest)
  // So are most words of Russian and Ukrainian.
  if (/^[а-яіїєґёў]*$/i.test(word)) {
    return word
      .toLowerCase()
      .replace(/[ёґ]/g, (letter) => plain[letter] ?? letter)
      .slice(0, longest)
  }
  const folded = foldForms(word.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]|ʻ/gu, '')
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, '$1')
    // Stress, vowel points and stretched letters are of the writing, not of the word.
    .replace(/[\u0300\u0301\u0591-\u05c7\u0640\u064b-\u0652]/g, '')
    .normalize('NFC')
    .replace(/[ёґßæœøłđðþıς]/g, (letter) => plain[letter] ?? letter)
  return unspaced.test(folded) ? folded : [...folded].slice(0, longest).join('')
}

const plain: Record<string, string> = {
  ё: 'е',
  ґ: 'г',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

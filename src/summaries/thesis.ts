import { type Weights, weights } from './rank.ts'

/** In a column the first person is no stranger, and the point may come late and be short. */
export const thesisWeights: Weights = { ...weights, opening: 2, early: 2, speech: 2, tooShort: 0 }

const claims =
  /(?<!\p{L})(?:must|should|ought|need(?:s)? to|cannot|i (?:think|believe|am convinced)|the truth is|it is time|what matters|deserves?|треба|потрібно|мус(?:имо|ить|ять)|маємо|повинн[іао]|вважаю|певен|певна|переконан[аий]{1,2}|насправді|не можна|варто|настав час|нужно|должн[аыо]|считаю|пора)(?!\p{L})/iu

/** Whose words are followed by a dash and by who said them. */
const attribution = /[,»”"]\s?[–—-]\s\p{Ll}/u

/** Whether a sentence says what ought to be or what its author holds, and not somebody else. */
export function isThesis(sentence: string): boolean {
  return claims.test(sentence) && !attribution.test(sentence)
}

/** The words in the quotation marks of their language. */
export function quote(words: string, language: string | null): string {
  if (/^(?:uk|ru|be|fr|it|es)\b/.test(language ?? '')) return `«${words}»`
  if (/^(?:de|cs|sk|bg)\b/.test(language ?? '')) return `„${words}“`
  if (/^pl\b/.test(language ?? '')) return `„${words}”`
  return `“${words}”`
}

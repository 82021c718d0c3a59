import { clip } from './clip.ts'

// Less than cleanText drops of what comes in: our own words hold joiners. What moves a terminal or scrambles the words after it: C0 but for tabs and line breaks, DEL and C1,
// marks of direction that hold on (UAX 9), deprecated formats, and code points that are no characters.
const controls = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff\u{e0001}]/gu

/** Foreign words without control characters and halves of characters. */
export function withoutControls(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r?[\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
}

/** The same as one line of at most `length` UTF-16 units. */
export function oneLine(words: string, length: number): string {
  return clip(withoutControls(words).replace(/\s+/g, ' ').trim(), length)
}

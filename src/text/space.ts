import { cleanText } from './clean-text.ts'

// One by one, as each of them goes through a text in wide steps.
const foldable = [/ {2}/, /[\t-\r]/, /[^\S\t-\r ]/]

/**
 * A foreign text in one line, as a page shows it: without characters that cannot be seen, runs of
 * white space as one space, and none at the ends.
 */
export function foldSpace(text: string): string {
  const trimmed = cleanText(text).trim()
  const isFolded = !foldable.some((some) => some.test(trimmed))
  return isFolded ? trimmed : trimmed.replace(/\s{2,}|[^\S ]/g, ' ')
}

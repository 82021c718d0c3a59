import { fold } from './blocks.ts'
import { parseHtml } from './html-parser.ts'

/** The text of HTML or of a value with entities in it, white space folded; at most 5,000 letters are read. */
export function plainText(value: string): string {
  const text = value.slice(0, 5000)
  return fold(/[&<]/.test(text) ? (parseHtml(text).body?.textContent ?? '') : text)
}

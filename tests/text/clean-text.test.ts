import { expect, it } from 'vitest'
import { cleanText } from '../../src/text/clean-text.ts'

it.each([
  ['controls', 'a\0b\u0008c\u001b[31md\u007f', 'abc[31md'],
  ['what Windows wrote for quotation marks', 'it\u0092s\u0081', 'it’s'],
  ['halves of pairs and no characters', 'a\ud800b\udc00c\ufffe\uffff', 'abc'],
  ['overrides and isolates of direction', '\u202eevil\u202c \u2066x\u2069', 'evil x'],
  ['what hides in words', 'vi\u200bag\u00adra\u2060\ufeff\u{e0041}', 'viagra'],
])('takes out %s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

it('leaves what scripts and emoji need, and white space', () => {
  const text = 'می‌خواهم \u200eשלום\u200f 👩‍🚀\u{fe0f}\t\n\r\u00a0'
  expect(cleanText(text)).toBe(text)
})

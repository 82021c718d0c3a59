const reference =
  /&(?:amp;){0,2}#(x[\da-f]{1,8}|\d{1,10});&(?:amp;){0,2}#(x[\da-f]{1,8}|\d{1,10});/gi

/**
 * A text in which a character beyond 16 bits, given as references to its two halves (`&#55357;&#56613;`),
 * is one again. Takes time linear in the text.
 */
export function joinHalves(text: string): string {
  if (!/#(?:xd|5[5-7])/i.test(text)) return text
  return text.replace(reference, (found, first: string, second: string) => {
    const [high, low] = [first, second].map((digits) => Number(digits.replace(/^x/i, '0x')))
    return isHalf(high, 0xd800) && isHalf(low, 0xdc00) ? String.fromCharCode(high, low) : found
  })
}

function isHalf(code: number | undefined, from: number): code is number {
  return code !== undefined && code >= from && code < from + 0x400
}

/**
 * The bytes of UTF-8 in which such characters are written as two halves of three bytes each (CESU-8,
 * Unicode Technical Report 26) with four in their place; null where there are none.
 */
export function withoutHalves(bytes: Uint8Array): Uint8Array | null {
  const whole = new Uint8Array(bytes.length)
  let length = 0
  let from = 0
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const [, a = 0, b = 0, next, c = 0, d = 0] = bytes.subarray(at, at + 6)
    if ((a & 0xf0) !== 0xa0 || next !== 0xed || (c & 0xf0) !== 0xb0) continue
    const high = ((a & 0x0f) << 6) | (b & 0x3f)
    const low = ((c & 0x0f) << 6) | (d & 0x3f)
    const letter = new TextEncoder().encode(String.fromCharCode(0xd800 + high, 0xdc00 + low))
    whole.set(bytes.subarray(from, at), length)
    length += at - from
    whole.set(letter, length)
    length += letter.length
    from = at + 6
    at += 5
  }
  if (from === 0) return null
  whole.set(bytes.subarray(from), length)
  return whole.subarray(0, length + bytes.length - from)
}

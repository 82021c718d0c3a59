/** Lower case, one kind of apostrophe, one kind of space, the digits of English. */
export function foldWords(text: string): string {
  return foldForms(text).toLowerCase()
}

const zeros = [...'٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０']
const foreignDigit = new RegExp(zeros.map((zero) => `[${zero}-${digit(zero, 9)}]`).join('|'), 'gu')

/** One kind of apostrophe, one kind of space, the digits of English, no marks of direction. */
export function foldForms(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[’ʼ`´′]/g, "'")
    .replace(foreignDigit, (found) => {
      const zero = zeros.findLast((zero) => zero <= found) ?? found
      return String((found.codePointAt(0) ?? 0) - (zero.codePointAt(0) ?? 0))
    })
    .replace(/\s+/g, ' ')
    .trim()
}

function digit(zero: string, value: number): string {
  return String.fromCodePoint((zero.codePointAt(0) ?? 0) + value)
}

/** A name by which to look it up: in lower case, without full stops. */
export function nameKey(name: string): string {
  return foldWords(name).replace(/[.\u0654]/g, '')
}

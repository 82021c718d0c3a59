import { spelledNames } from './dates/names.ts'

/**
 * The languages that write ordinals with a full stop (`am 3. Juni`, `den 2. Verdenskrig`), each with the
 * words after which a number is an ordinal, whatever name follows.
 */
const determiners = new Map(
  Object.entries({
    cs: 'v ve',
    da: 'den det de i',
    de: 'der die das den dem des am im vom zum zur beim ein eine einen einem einer eines',
    et: '',
    eu: '',
    fi: '',
    fo: 'tann tað',
    hr: 'u',
    hu: 'a az',
    is: '',
    lb: 'den dat déi',
    lv: '',
    no: 'den det de i',
    pl: 'w we',
    sk: 'v vo',
    sl: 'v',
    sr: 'u у',
    tr: '',
  }).map(([code, words]) => [code, new Set(words.split(' '))]),
)

/** German words after which a number tells how many: its end may be that of the sentence. */
const germanAmounts = new Set(
  'um auf mit von über unter rund etwa fast knapp nur gegen für zwischen'.split(' '),
)

const monthsOf = new Map<string, ReadonlySet<string>>()

/**
 * Whether the number that ends `before`, with its full stop, is an ordinal or part of a date and goes
 * on in `after`. `opens` says that the next word is one that opens sentences.
 */
export function isOrdinal(before: string, after: string, code: string, opens: boolean): boolean {
  const words = determiners.get(code)
  const found = words && endingNumber.exec(before)
  if (!found) return false
  const [, word = '', number = ''] = found
  if (/^\d/.test(after)) return isDateInNumbers(before, after)
  const next = /^\p{L}+/u.exec(after)?.[0] ?? ''
  const inDigits = /^\d/.test(number)
  if (inDigits && isMonth(next, code)) return true
  if (opens) return false
  const isFirst = word === '' || /[,.]$/.test(word)
  // Clubs, schools and the like: 1. FC. Hungarian puts the number before the name of a king.
  const isName = /^\p{Lu}{2,4}(?!\p{L})/u.test(next) || (code === 'hu' && !inDigits)
  if (isFirst || isName || words.has(word.toLowerCase())) return true
  // All German nouns are written large: `feiert 50. Sieg`, but `auf Platz 3. Trainer Mey`.
  const isNoun = /^\p{Lu}/u.test(word) && found.index > 0
  return code === 'de' && !isNoun && !germanAmounts.has(word.toLowerCase())
}

/** A number of a few figures or a Roman one, and the word before it. */
const endingNumber = /(?:^|(\S+)\s+|["(„“«»]|(?<=\d\.)[–—-])(\d{1,3}|[IVXLC]{2,6})\.\s+$/u

/** "3. 6. 2024": a day and a month, or the month and its year. */
function isDateInNumbers(before: string, after: string): boolean {
  if (/^\d{1,2}\.(?!\d)/.test(after)) return true
  return /\d{1,2}\.\s?\d{1,2}\.\s+$/.test(before) && /^\d{4}(?!\d)/.test(after)
}

function isMonth(word: string, code: string): boolean {
  let months = monthsOf.get(code)
  if (!months) {
    const names = spelledNames(code).filter(({ kind }) => kind === 'month')
    months = new Set(names.map(({ name }) => name.toLowerCase().replace(/\.$/, '')))
    monthsOf.set(code, months)
  }
  return months.has(word.toLowerCase())
}

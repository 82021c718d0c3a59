import { type Mention, wordNumbers } from './number-words.ts'

// Groups of digits, separated by points or commas, or by a space before exactly three.
const digits = /\d+(?:(?:[.,]| (?=\d{3}(?!\d)))\d+)*/g
const scales: [RegExp, number][] = [
  [/^[ -]?(?:thousand|тис(?:\.|яч)|тыс(?:\.|яч))/i, 1e3],
  [/^[ -]?(?:million|mln|млн|мільйон|миллион)/i, 1e6],
  [/^[ -]?(?:billion|bn\b|млрд|мільярд|миллиард)/i, 1e9],
  [/^[ -]?(?:trillion|трлн|трильйон|триллион)/i, 1e12],
]
/** Letters that stand right behind a number, and may be units of something else. */
const letters: [RegExp, number][] = [
  [/^k\b/i, 1e3],
  [/^m\b/i, 1e6],
  [/^b\b/i, 1e9],
]

/**
 * The numbers of a text in digits and, in English and Ukrainian, in words. What can be read in several
 * ways (`1.020`, `5m`, `14.06`) has several values.
 */
export function numbersOf(text: string): Mention[] {
  const plain = text.normalize('NFKC')
  const mentions: Mention[] = []
  for (const match of plain.matchAll(digits)) {
    const [number] = match
    // Part of a name such as F-16 or G7: names are looked at as such.
    if (/[\p{Lu}\p{Ll}][-‑]?$/u.test(plain.slice(Math.max(0, match.index - 2), match.index)))
      continue
    const end = match.index + number.length
    const rest = plain.slice(end, end + 20)
    const scale = scales.find(([word]) => word.test(rest))
    const letter = letters.find(([word]) => word.test(rest))
    const values = valuesOf(number).flatMap((value) => [
      value * (scale?.[1] ?? 1),
      ...(letter ? [value * letter[1]] : []),
    ])
    mentions.push({
      text: `${number}${scale?.[0].exec(rest)?.[0] ?? ''}`,
      values: values.map(round),
    })
  }
  return [...mentions, ...wordNumbers(plain)]
}

function valuesOf(number: string): number[] {
  const joined = number.replaceAll(' ', '')
  const groups = joined.split(/[.,]/)
  const [first = '', second = ''] = groups
  if (groups.length === 1) return [Number(joined)]
  const isGrouped = first.length <= 3 && groups.slice(1).every((group) => group.length === 3)
  if (groups.length === 2) {
    const decimal = Number(`${first}.${second}`)
    if (isGrouped) return [Number(first + second), decimal]
    // A day and a month, or hours and minutes.
    const isDate = number.length <= 5 && second.length === 2
    return isDate ? [decimal, Number(first), Number(second)] : [decimal]
  }
  if (isGrouped) return [Number(groups.join(''))]
  const last = groups.at(-1) ?? ''
  const whole = groups.slice(0, -1)
  const isFraction = new Set(joined.match(/[.,]/g)).size > 1
  // 1,020.5 is one number; 14.06.2024 is three.
  return isFraction ? [Number(`${whole.join('')}.${last}`)] : groups.map(Number)
}

/** Without the noise of binary fractions: 1.1 million is 1,100,000. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

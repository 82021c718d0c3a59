import { unspaced } from '../words.ts'
import { type DateWords, hasDay, hasTime, joinDateWords } from './date-words.ts'
import type { DateNames } from './names.ts'
import { type Line, lineOf, readRun } from './tokens.ts'

const longest = 80
// `5h`, and not a length: those of films are in minutes.
const shortAgo = /^(1?\d|2[0-3]) ?([hd])$/
// Where a word or a number begins, also behind letters of scripts without spaces: 入稿2024年.
const beginning = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}'])[\\p{L}\\p{N}]|(?<=${unspaced.source}|\\p{Script=Hangul})\\d`,
  'gu',
)

/**
 * Reads words that say nothing but a date or a time of day: `2024, Friday`, `14 June`, `14.06.2024`,
 * `П'ятниця, 14 червня 2024 року`, `yesterday, 14:35`, `5 хвилин тому`. Null for all else.
 */
export function readDateWords(text: string, names: DateNames): DateWords | null {
  if (text.length > longest || !/[\d\p{L}]/u.test(text)) return null
  const line = lineOf(text)
  const short = shortAgo.exec(line.lower)
  if (short) return { minutesAgo: Number(short[1]) * (short[2] === 'h' ? 60 : 24 * 60) }
  const { words, end } = readRun(line, 0, names)
  return end === line.lower.length && Object.keys(words).length > 0 ? words : null
}

// Small print holds little else; a sentence speaks of the days of others.
const mostOtherWords = 8
const sentence = /[\p{Ll}\p{Lo}]{2}[.!?…。！？]["»”)]?$/u

/**
 * Finds the date in a row's small print, where it stands between other words: `Ada Marsh, 14 June
 * 2024 | 12:30`, `June 14, 2024 by Ada`, `14:35 Politics`. Bare numbers are no date here, and times alone
 * only where a piece of the print begins. Null when there is none.
 */
export function findDateWords(text: string, names: DateNames): DateWords | null {
  const whole = readDateWords(text, names)
  if (whole) return whole
  if (text.length > longest * 2) return null
  const line = lineOf(text)
  const runs = runsOf(line, names)
  const inside = runs.reduce(
    (sum, { from, end }) => sum + countWords(line.lower.slice(from, end)),
    0,
  )
  const isPrint = countWords(line.lower) - inside <= mostOtherWords && !sentence.test(line.lower)
  let found: DateWords = {}
  for (const { words, isWhole } of runs) {
    if (isWhole || isPrint) found = joinDateWords(found, words) ?? found
  }
  if (!hasDay(found) && !hasTime(found)) return null
  const years = new Set(line.lower.match(/(?<![\d.,])(?:199|20\d)\d(?![\d.,]\d|\d)/g))
  // A year that stands apart from its day is that of the day all the same.
  const [year] =
    found.month !== undefined && found.year === undefined && years.size === 1 ? years : []
  return year ? { ...found, year: Number(year) } : found
}

type Run = { words: DateWords; from: number; end: number; isWhole: boolean }

const pieceStart = /(?:^|[|·•;,()–—]|\s-) *$/
const pieceEnd = /^ *(?:$|[|·•;,()–—]|-\s)/

/** The dates and times in a line, and whether they are all that a piece of it says. */
function runsOf(line: Line, names: DateNames): Run[] {
  const { lower } = line
  const runs: Run[] = []
  let until = 0
  for (const { index } of lower.matchAll(beginning)) {
    if (index < until) continue
    const { words, end } = readRun(line, index, names)
    const starts = pieceStart.test(lower.slice(until, index))
    const isDate = hasDay(words) || words.minutesAgo !== undefined
    if (!isDate && !(starts && hasTime(words))) continue
    until = end
    const isWhole =
      starts && (pieceEnd.test(lower.slice(end)) || pieceEnd.test(lower.slice(end - 1)))
    runs.push({ words, from: index, end, isWhole })
  }
  return runs
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}'’-]+/gu)?.length ?? 0
}

/**
 * Finds the first day with its month and year in a line, in whatever words it stands, and what stands
 * around it. What may be read in two ways is left alone.
 */
export function findFullDate(
  text: string,
  names: DateNames,
): { words: DateWords; rest: string } | null {
  const line = lineOf(text)
  for (const { index } of line.lower.matchAll(beginning)) {
    const { words, end } = readRun(line, index, names)
    if (!isFullDate(words) || unclear.test(line.lower.slice(index, end))) continue
    return { words, rest: `${line.shown.slice(0, index)} | ${line.shown.slice(end)}` }
  }
  return null
}

// `6/7/2024` is in June or in July; `4.06.20` is a version.
const unclear = /(?<![\d/])\d{1,2}\/\d|(?<!\d)\d{1,2}[.-]\d{1,2}[.-]\d{2}(?!\d)/

// `May 2024, 14 people`
const noDates = new Set(['month year day', 'day year month'])

function isFullDate(words: DateWords): boolean {
  const order = Object.keys(words).filter((name) => /^(?:year|month|day)$/.test(name))
  return order.length === 3 && !noDates.has(order.join(' '))
}

import { type DateWords, hasDay, hasTime, joinDateWords } from './date-words.ts'
import { type DateNames, foldForms, foldWords } from './names.ts'
import { leadingTime, readRun } from './tokens.ts'

const longest = 80

const dayMinutes = 24 * 60
// From weeks on about so many: it is told no better.
const minutesIn: readonly [RegExp, number][] = [
  [/^(?:m|mins?|minutes?|хв|хвилин\p{L}*|мин|минут\p{L}*)$/u, 1],
  [/^(?:h|hrs?|hours?|год|годин\p{L}*|ч|час|часа|часов)$/u, 60],
  [/^(?:d|days?|дн|дні|днів|день|дня|дней)$/u, dayMinutes],
  [/^(?:w|wks?|weeks?|тиж|тиждень|тижні|тижнів|нед|недел\p{L}*)$/u, 7 * dayMinutes],
  [/^(?:mos?|months?|міс|місяц\p{L}*|мес|месяц\p{L}*)$/u, 30 * dayMinutes],
  [/^(?:y|yrs?|years?|рік|роки|років|года|лет)$/u, 365 * dayMinutes],
]
const justNow = /^(?:just now|moments? ago|щойно|тільки що|только что)$/

/**
 * Reads words that say nothing but a date or a time of day: `2024, Friday`, `14 June`, `14.06.2024`,
 * `П'ятниця, 14 червня 2024 року`, `yesterday, 14:35`, `5 хвилин тому`. Null for all else.
 */
export function readDateWords(text: string, names: DateNames): DateWords | null {
  if (text.length > longest || !/[\d\p{L}]/u.test(text)) return null
  const folded = foldWords(text)
  return readAgo(folded) ?? readTokens(folded, names)
}

/**
 * Finds the date in a row's small print, where it stands between other words: `Ada Marsh, 14 June
 * 2024 | 12:30`, `14:35 Politics`. Bare numbers are no date here. Null when there is none.
 */
export function findDateWords(text: string, names: DateNames): DateWords | null {
  const whole = readDateWords(text, names)
  if (whole) return whole
  if (text.length > longest * 2) return null
  let found: DateWords = {}
  for (const piece of text.split(/[|·•;,()–—\n]|\s-\s/)) {
    const words = readDateWords(piece, names) ?? leadingTime(piece)
    found = (words && joinDateWords(found, words)) || found
  }
  return hasDay(found) || hasTime(found) ? found : null
}

/**
 * Finds the first day with its month and year in a line, in whatever words it stands, and what stands
 * around it. What may be read in two ways is left alone.
 */
export function findFullDate(
  line: string,
  names: DateNames,
): { words: DateWords; rest: string } | null {
  const shown = foldForms(line)
  const lower = shown.toLowerCase()
  // Where small letters are as long as capitals, the places in both are the same.
  const text = lower.length === shown.length ? shown : lower
  for (const { index } of lower.matchAll(/[\p{L}\p{M}\p{N}']+/gu)) {
    const { words, end } = readRun(lower, index, names)
    if (!isFullDate(words) || unclear.test(lower.slice(index, end))) continue
    return { words, rest: `${text.slice(0, index)} | ${text.slice(end)}` }
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

function readAgo(folded: string): DateWords | null {
  if (justNow.test(folded)) return { minutesAgo: 0 }
  // Russian for a year, and short for an hour in Ukrainian.
  if (folded === 'год назад') return { minutesAgo: 365 * dayMinutes }
  const match = /^(?:(\d{1,3}) ?|an? )?(\p{L}+)\.? (?:ago|тому|назад)$/u.exec(folded)
  const [, count = 1, unit = ''] = match ?? []
  const minutes = minutesIn.find(([name]) => name.test(unit))?.[1]
  return minutes ? { minutesAgo: Number(count) * minutes } : null
}

function readTokens(folded: string, names: DateNames): DateWords | null {
  const { words, end } = readRun(folded, 0, names)
  return end === folded.length && Object.keys(words).length > 0 ? words : null
}

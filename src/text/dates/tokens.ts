import { type DateWords, joinDateWords } from './date-words.ts'
import { type DateNames, foldWords } from './names.ts'

// Words that stand around dates and mean nothing to them.
const filler = new Set(
  `a all at date for from in latest news o'clock of on posted published the to updated
   р рік року за від на о об новини новина стрічка усі всі опубліковано оновлено
   г год года от в во новости лента все опубликовано обновлено`.split(/\s+/),
)

type Read = (match: RegExpExecArray, names: DateNames) => DateWords | null

const nothing: DateWords = {}

const clocks: readonly [RegExp, Read][] = [
  [
    /(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)(?: ?([ap])\.?m\.?(?!\p{L}))?/uy,
    ([, h, m, s = '0', half]) => clock(Number(h), Number(m), Number(s), half),
  ],
  [/(\d{1,2}) ?([ap])\.?m\.?(?!\p{L})/uy, ([, h, half]) => clock(Number(h), 0, 0, half)],
  [/(\d{1,2})\.(\d{2})(?!\d)/y, ([, h, m]) => clock(Number(h), Number(m), 0)],
]

// Tried in this order at each place of the text; each is anchored there and bounded.
const tokens: readonly [RegExp, Read][] = [
  [/[\s,،、，.|·•:;()«»"“”–—/-]+/y, () => nothing],
  [
    /(\d{4})(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})(?!\d)t?/y,
    ([, y, m, d]) => calendar(y, m, d),
  ],
  [
    /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y,
    ([, a, b, y], { monthFirst }) => (monthFirst ? dayFirst(b, a, y) : dayFirst(a, b, y)),
  ],
  [/(\d{1,2})[-.](\d{1,2})[-.](\d{4}|\d{2})(?!\d)/y, ([, a, b, y]) => dayFirst(a, b, y)],
  [/(\d{1,2})\. (\d{1,2})\. (\d{4})(?!\d)/y, ([, d, m, y]) => dayFirst(d, m, y)],
  // Chinese, Japanese and Korean mark the parts, Vietnamese numbers its months.
  [
    /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/y,
    ([, y, m, d]) => calendar(y, m, d),
  ],
  [/(?:tháng|thg) (\d{1,2})(?!\d)/y, ([, m]) => (Number(m) <= 12 ? { month: Number(m) } : null)],
  // Two days in one, as over a weekend: what stands there came by the second.
  [
    /\d{1,2} ?[-–—] ?(\d{1,2})(?= \p{L})/uy,
    ([, d]) => (Number(d) >= 1 && Number(d) <= 31 ? { day: Number(d) } : null),
  ],
  // 14.06, unless that can only be a time.
  [/(\d{1,2})\.(\d{2})(?!\d)/y, ([, d, m]) => calendar(undefined, m, d)],
  ...clocks,
  [
    /(\d{4})(?!\d)/y,
    ([, y]) => (Number(y) >= 1990 && Number(y) < 2100 ? { year: Number(y) } : null),
  ],
  [
    /(\d{1,2})(?!\d)(?:st|nd|rd|th|-?го|-?е|-?а)?(?!\p{L})/uy,
    ([, d]) => (Number(d) >= 1 && Number(d) <= 31 ? { day: Number(d) } : null),
  ],
  [/(?:st|nd|rd|th)(?!\p{L})/uy, () => nothing],
  [/[\p{L}\p{M}']+/uy, ([word], names) => readWord(word, names)],
]

/** What the words from a place on say, up to one that is none of a date or repeats what was said. */
export function readRun(
  folded: string,
  from: number,
  names: DateNames,
): { words: DateWords; end: number } {
  let words: DateWords = {}
  let end = from
  while (end < folded.length) {
    const token = readFirst(tokens, folded, end, names)
    const joined = token && joinDateWords(words, token.words)
    if (!joined) break
    words = joined
    end = token.end
  }
  return { words, end }
}

/** Finds the first time of day in a line; null for none. */
export function findTime(line: string, names: DateNames): Temporal.PlainTime | null {
  const text = foldWords(line)
  for (const { index } of text.matchAll(/(?<![\d.,:])\d{1,2}/g)) {
    const time = readFirst(clocks, text, index, names)?.words.time
    if (time) return time
  }
  return null
}

/** The time of day that a text begins with, before other words. */
export function leadingTime(text: string): DateWords | null {
  const match = /^\s*(\d{1,2}):(\d{2})\s/.exec(text)
  return match ? clock(Number(match[1]), Number(match[2]), 0) : null
}

function readFirst(
  table: readonly [RegExp, Read][],
  text: string,
  at: number,
  names: DateNames,
): { words: DateWords; end: number } | null {
  for (const [pattern, read] of table) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const words = match && read(match, names)
    if (words) return { words, end: pattern.lastIndex }
  }
  return null
}

function readWord(
  word: string,
  { months, weekdays, daysAgo, between }: DateNames,
): DateWords | null {
  const month = months.get(word)
  if (month) return { month }
  const weekday = weekdays.get(word)
  if (weekday) return { weekday }
  const days = daysAgo.get(word)
  if (days !== undefined) return { daysAgo: days }
  return filler.has(word) || between.has(word) ? nothing : null
}

// Day first, as nearly all the world writes; the other way round where only that can be.
function dayFirst(a = '', b = '', year = ''): DateWords | null {
  const fullYear = year.length === 2 ? `20${year}` : year
  return calendar(fullYear, b, a) ?? calendar(fullYear, a, b)
}

function calendar(year: string | undefined, month = '', day = ''): DateWords | null {
  const parts = { month: Number(month), day: Number(day) }
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) return null
  return year === undefined ? parts : { ...parts, year: Number(year) }
}

function clock(hour: number, minute: number, second: number, half?: string): DateWords | null {
  if (half && (hour < 1 || hour > 12)) return null
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  const isTime = hours < 24 && minute < 60 && second < 60
  return isTime ? { time: new Temporal.PlainTime(hours, minute, second) } : null
}

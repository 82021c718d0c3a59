import { type DateNames, foldWords } from './names.ts'

/** What some words say of a date; all of it may be missing, but not all at once. */
export type DateWords = {
  year?: number
  /** 1 to 12. */
  month?: number
  day?: number
  /** 1 is Monday. */
  weekday?: number
  /** 0 for today, 1 for yesterday, 2 for the day before. */
  daysAgo?: number
  time?: Temporal.PlainTime
  /** For `5 minutes ago`. */
  minutesAgo?: number
  /** A moment with its offset, as in a `datetime` attribute. */
  instant?: Temporal.Instant
}

const longest = 80

// Words that stand around dates and mean nothing to them.
const filler = new Set(
  `a all at date for from in latest news o'clock of on posted published the to updated
   р рік року за від на о об новини новина стрічка усі всі опубліковано оновлено
   г год года от в во новости лента все опубликовано обновлено`.split(/\s+/),
)

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

/** Joins what two neighbouring pieces of text say; null when both speak of the same thing. */
export function joinDateWords(a: DateWords, b: DateWords): DateWords | null {
  return Object.keys(b).some((name) => name in a) ? null : { ...a, ...b }
}

/** Whether the words name a day. */
export function hasDay({ day, month, daysAgo, instant }: DateWords): boolean {
  return (day !== undefined && month !== undefined) || daysAgo !== undefined || !!instant
}

/** Whether the words name a time of day, or a moment. */
export function hasTime({ time, minutesAgo, instant }: DateWords): boolean {
  return time !== undefined || minutesAgo !== undefined || !!instant
}

/**
 * The day that the words mean at `now`, in its zone. Without a year it is the nearest one past, or
 * nearer still the one on which the weekday falls. Null for no day, an impossible one, or one ahead.
 */
export function resolveDay(
  words: DateWords,
  now: Temporal.ZonedDateTime,
): Temporal.PlainDate | null {
  const today = now.toPlainDate()
  const { year, month, day, weekday, daysAgo } = words
  if (daysAgo !== undefined) return today.subtract({ days: daysAgo })
  if (month === undefined || day === undefined) return null
  // Where the page is written it may be tomorrow already.
  const isPast = (date: Temporal.PlainDate | null): date is Temporal.PlainDate =>
    date !== null && Temporal.PlainDate.compare(date, today.add({ days: 1 })) <= 0
  if (year !== undefined) {
    const date = dateOf(year, month, day)
    return isPast(date) ? date : null
  }
  const years = [1, 0, -1, -2, -3, -4].map((step) => today.year + step)
  const candidates = years.map((candidate) => dateOf(candidate, month, day)).filter(isPast)
  return candidates.find(({ dayOfWeek }) => dayOfWeek === weekday) ?? candidates[0] ?? null
}

/** A day of the calendar, or null where there is none such. */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
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

function leadingTime(text: string): DateWords | null {
  const match = /^\s*(\d{1,2}):(\d{2})\s/.exec(text)
  return match ? clock(Number(match[1]), Number(match[2])) : null
}

type Reading = (match: RegExpExecArray, names: DateNames) => DateWords | null

const nothing: DateWords = {}

// Tried in this order at each place of the text; each is anchored there and bounded.
const tokens: readonly [RegExp, Reading][] = [
  [/[\s,.|·•:;()«»"“”–—/-]+/y, () => nothing],
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)t?/y, ([, y, m, d]) => calendar(y, m, d)],
  [
    /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/y,
    ([, a, b, y], { monthFirst }) => (monthFirst ? dayFirst(b, a, y) : dayFirst(a, b, y)),
  ],
  // Two days in one, as over a weekend: what stands there came by the second.
  [
    /\d{1,2} ?[-–—] ?(\d{1,2})(?= \p{L})/uy,
    ([, d]) => (Number(d) >= 1 && Number(d) <= 31 ? { day: Number(d) } : null),
  ],
  [
    /(\d{1,2})[:h](\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d)(?: ?([ap])\.?m\.?(?!\p{L}))?/uy,
    ([, h, m, half]) => clock(Number(h), Number(m), half),
  ],
  [/(\d{1,2}) ?([ap])\.?m\.?(?!\p{L})/uy, ([, h, half]) => clock(Number(h), 0, half)],
  [
    /(\d{1,2})\.(\d{2})(?!\d)/y,
    ([, a, b]) => calendar(undefined, b, a) ?? clock(Number(a), Number(b)),
  ],
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

function readTokens(folded: string, names: DateNames): DateWords | null {
  let found: DateWords = {}
  let at = 0
  while (at < folded.length) {
    const token = readTokenAt(folded, at, names)
    const joined = token && joinDateWords(found, token.words)
    if (!joined) return null
    found = joined
    at = token.end
  }
  return Object.keys(found).length > 0 ? found : null
}

function readTokenAt(text: string, at: number, names: DateNames) {
  for (const [pattern, read] of tokens) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const words = match && read(match, names)
    if (words) return { words, end: pattern.lastIndex }
  }
  return null
}

function readWord(word: string, { months, weekdays, daysAgo }: DateNames): DateWords | null {
  const month = months.get(word)
  if (month) return { month }
  const weekday = weekdays.get(word)
  if (weekday) return { weekday }
  const days = daysAgo.get(word)
  if (days !== undefined) return { daysAgo: days }
  return filler.has(word) ? nothing : null
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

function clock(hour: number, minute: number, half?: string): DateWords | null {
  if (half && (hour < 1 || hour > 12)) return null
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  return hours < 24 && minute < 60 ? { time: new Temporal.PlainTime(hours, minute) } : null
}

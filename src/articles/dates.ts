const monthNames = [
  ['january', 'jan', 'січня', 'січень', 'января'],
  ['february', 'feb', 'лютого', 'лютий', 'февраля'],
  ['march', 'mar', 'березня', 'березень', 'марта'],
  ['april', 'apr', 'квітня', 'квітень', 'апреля'],
  ['may', 'травня', 'травень', 'мая'],
  ['june', 'jun', 'червня', 'червень', 'июня'],
  ['july', 'jul', 'липня', 'липень', 'июля'],
  ['august', 'aug', 'серпня', 'серпень', 'августа'],
  ['september', 'sept', 'sep', 'вересня', 'вересень', 'сентября'],
  ['october', 'oct', 'жовтня', 'жовтень', 'октября'],
  ['november', 'nov', 'листопада', 'листопад', 'ноября'],
  ['december', 'dec', 'грудня', 'грудень', 'декабря'],
]
const months = new Map(
  monthNames.flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
)
const month = `(${[...months.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const dayFirst = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th)?,? (?:of )?${month},? (\\d{4})`,
  'iu',
)
const monthFirst = new RegExp(
  `(?<![\\p{L}\\d])${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`,
  'iu',
)
// Day before month, as all of Europe writes it; the American order carries slashes and is left alone.
const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/
const clock = /(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap])?\.?m?\b/i
const offset = /(?:(?:UTC|GMT)\s*)?([+-]\d{2}):?(\d{2})\b|\b(UTC|GMT)\b|(?<=\d)(Z)$/i
const named = /\b(EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|EET|EEST)\b/
// RFC 2822, 4.3, and the zones of Europe beside them.
const namedOffsets: Record<string, string> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
}

/**
 * Reads a date as machines write it (ISO 8601, RFC 2822) or as a page shows it in English or
 * Ukrainian: `14 June 2024, 10:30`, `June 14, 2024 at 9 a.m. EDT`, `14 червня 2024, 10:30`,
 * `14.06.2024 10:30`. A time without a zone is in `pageOffset`, or UTC where that is unknown; a day
 * without a time is taken at noon, so that it stays the same day nearly everywhere. Null for anything
 * else, and for years before 1990.
 */
export function readDate(value: string, pageOffset: string | null = null): Temporal.Instant | null {
  const text = value.replace(/\s+/g, ' ').trim().slice(0, 200)
  const day = readDay(text)
  if (!day) return null
  const time = readTime(text, day.rest)
  const zone = offsetOf(text, day.rest) ?? pageOffset ?? '+00:00'
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' })
    if (date.year < 1990) return null
    return date.toZonedDateTime({ timeZone: zone, plainTime: time ?? { hour: 12 } }).toInstant()
  } catch {
    return null
  }
}

/** The offset that a date carries, such as `+03:00`, or null. */
export function offsetOf(text: string, rest = text): string | null {
  const isoOffset = iso.exec(text.trim())?.[7]
  const match = isoOffset ? offset.exec(` 0${isoOffset}`) : offset.exec(rest)
  if (match) return match[1] ? `${match[1]}:${match[2]}` : '+00:00'
  return namedOffsets[named.exec(rest)?.[1] ?? ''] ?? null
}

type Day = { year: number; month: number; day: number /** The text around it. */; rest: string }

function readDay(text: string): Day | null {
  const [, year, monthNumber, dayNumber] = iso.exec(text) ?? []
  if (year)
    return { year: Number(year), month: Number(monthNumber), day: Number(dayNumber), rest: text }
  const patterns: [RegExp, number, number][] = [
    [dayFirst, 1, 2],
    [monthFirst, 2, 1],
    [dotted, 1, 2],
  ]
  for (const [pattern, dayAt, monthAt] of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const name = (match[monthAt] ?? '').toLowerCase()
    return {
      year: Number(match[3]),
      month: months.get(name) ?? Number(name),
      day: Number(match[dayAt]),
      rest: `${text.slice(0, match.index)} | ${text.slice(match.index + match[0].length)}`,
    }
  }
  return null
}

function readTime(
  text: string,
  rest: string,
): { hour: number; minute: number; second: number } | null {
  const machine = iso.exec(text)
  if (machine) {
    if (machine[4] === undefined) return null
    return { hour: Number(machine[4]), minute: Number(machine[5]), second: Number(machine[6] ?? 0) }
  }
  const match = clock.exec(rest)
  if (!match) return null
  const half = match[3]?.toLowerCase()
  const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0)
  return Number(match[2]) < 60 ? { hour, minute: Number(match[2]), second: 0 } : null
}

/** Whether a line shows a date, such as `Updated 14 June 2024`. */
export function holdsDate(text: string): boolean {
  return dayFirst.test(text) || monthFirst.test(text) || dotted.test(text)
}

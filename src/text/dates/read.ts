/** How a feed writes dates, as far as it lets on. */
export type DateHabits = {
  language: string
  /** Minutes east of UTC, for dates that give no zone. */
  offsetMinutes: number
}

const time = String.raw`(?:[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?`
const zone = String.raw`\s*(Z|UTC?|GMT|[ECMP][SD]T|(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{2})?(?:\s*\([^)]*\))?`

/** W3C-DTF and RFC 822 with their usual slips: what `Date` reads well. The last group is the zone. */
const plain = [
  new RegExp(String.raw`^\d{4}-\d{1,2}-\d{1,2}${time}${zone}$`, 'i'),
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,?\s+)?\d{1,2}[\s-]+[a-z]{3,9}[.,]?[\s-]+(?:\d{4}|\d{2})${time}${zone}$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,?\s+)?[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}${time}${zone}$`,
    'i',
  ),
]
const dayFirst = new RegExp(String.raw`^(\d{1,2})[-.](\d{1,2})[-.](\d{4})${time}${zone}$`, 'i')
/** Longer texts are no dates. */
const maxLength = 100

/**
 * The instant that a feed's words name, or null. `Date` reads the common forms; dd-mm-yyyy is read as
 * such; chrono reads the rest in the feed's language, where it finds a day, a month and a year. A
 * date without a zone is in the feed's, never in the machine's. Only what needs chrono is waited for.
 */
export function readDate(
  words: string,
  { language, offsetMinutes }: DateHabits,
): Temporal.Instant | null | Promise<Temporal.Instant | null> {
  const folded = words.trim().replace(/\s{2,}|[^\S ]/g, ' ')
  // ISO 8601 lets a comma stand before parts of a second, `Date` does not.
  const text = folded.replace(/(:\d{2}),(?=\d)/, '$1.')
  if (text === '' || text.length > maxLength) return null
  for (const form of plain) {
    const found = form.exec(text)
    if (!found) continue
    const ms = Date.parse(found[4] ? text : `${text.replace(/(\d)T(\d)/, '$1 $2')} UTC`)
    if (!Number.isNaN(ms)) return instant(found[4] ? ms : ms - offsetMinutes * 60_000)
  }
  const numeric = dayFirst.exec(text)
  if (numeric) {
    const [, day = '', month = '', year = '', hour = '0', minute = '00', second = '00'] = numeric
    const pad = (number: string) => number.padStart(2, '0')
    const local = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${minute}:${second}`
    const ms = Date.parse(`${local}Z`)
    const offset = numeric[7] ? minutesOf(numeric[7]) : offsetMinutes
    if (!Number.isNaN(ms)) return instant(ms - offset * 60_000)
  }
  // A time zone that `Date` does not know, or words in the feed's language.
  return /\d/.test(text) ? readWorded(text, { language, offsetMinutes }) : null
}

async function readWorded(text: string, habits: DateHabits): Promise<Temporal.Instant | null> {
  const { readWordedDate } = await import('./worded.ts')
  const ms = readWordedDate(text, habits)
  return ms === null ? null : instant(ms)
}

/** Minutes east of UTC that a date in a common form gives as numbers, or null. */
export function offsetOf(words: string): number | null {
  const found = plain.map((form) => form.exec(words.trim())?.[4]).find(Boolean)
  return found === undefined ? null : minutesOf(found)
}

/** Minutes east of UTC that a zone gives as numbers; 0 when it gives none. */
export function minutesOf(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{1,2}):?(\d{2})$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

// Nothing was published before 1970; programs write such dates for none.
function instant(ms: number): Temporal.Instant | null {
  return ms > 0 ? Temporal.Instant.fromEpochMilliseconds(ms) : null
}

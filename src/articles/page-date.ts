import { dateNames } from '../text/dates/names.ts'
import { type DatedInstant, readDated } from '../text/dates/read.ts'
import { findFullDate } from '../text/dates/words.ts'

/** A day without a time is taken at noon, so that it stays the same day nearly everywhere. */
const noon = new Temporal.PlainTime(12)
const slashed = /(?<![\d/.])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/
const shortYear = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?'?(\d{2})(?![\d.])/

export type PageDateContext = {
  language: string | null
  /** Minutes east of UTC, for dates that give no zone. */
  offsetMinutes: number
  /** Whether the month comes first in slashes; null where nobody can tell. */
  monthFirst?: boolean | null
}

/**
 * The instant that a page names and how exactly, as machines write it or in words for readers: `14 June 2024, 10:30`,
 * `June 14, 2024 at 9 a.m. EDT`, `14 czerwca 2024`, `14/06/2024`. Null for anything else.
 */
export function readPageDate(
  text: string,
  { language, offsetMinutes, monthFirst = null }: PageDateContext,
): DatedInstant | null {
  const words = text.slice(0, 200)
  const [all, a = '', b = '', year = ''] = slashed.exec(words) ?? []
  if (all !== undefined) {
    const order = orderOf(a, b) ?? monthFirst
    if (order === null) return null
    const [month, day] = order ? [a, b] : [b, a]
    return read(words.replace(all, isoDay(year, month, day)), language, offsetMinutes)
  }
  return read(words, language, offsetMinutes)
}

/** The same for what is known to be a date, so that `14.06.24` is one. */
export function readMarkedDate(text: string, context: PageDateContext): DatedInstant | null {
  const words = text.slice(0, 200)
  const plain = words.replace(shortYear, (_, day, month, year) => isoDay(year, month, day))
  return readPageDate(plain, context)
}

/** Whether a line shows a date, such as `Updated 14 June 2024`. */
export function holdsDate(text: string, language: string | null): boolean {
  return year.test(text) && findFullDate(text, dateNames(language)) !== null
}

/** Whether the month comes first in the dates with slashes among these texts; null where none tells. */
export function slashOrder(texts: string[]): boolean | null {
  let [first, second] = [0, 0]
  for (const text of texts) {
    const [, a = '', b = ''] = slashed.exec(text) ?? []
    const order = orderOf(a, b)
    if (order === true) first++
    if (order === false) second++
  }
  return first === second ? null : first > second
}

/** Whether a line holds a date with slashes. */
export function holdsSlashedDate(text: string): boolean {
  return slashed.test(text)
}

function orderOf(a: string, b: string): boolean | null {
  if (Number(a) > 12 && Number(b) <= 12) return false
  return Number(b) > 12 && Number(a) <= 12 ? true : null
}

function isoDay(year: string, month: string, day: string): string {
  const full = year.length === 2 ? `20${year}` : year
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A page shows its date with the year; the names of months need not be collected for other words. */
const year = /\p{Nd}{4}|年|['’]\p{Nd}{2}/u

function read(words: string, language: string | null, offsetMinutes: number) {
  if (!year.test(words)) return null
  const isLanguageSure = language !== null
  return readDated(words, {
    ...{ language: language ?? '', isLanguageSure, offsetMinutes },
    timeOfDay: noon,
  })
}

import { dateNames } from '../text/dates/names.ts'
import { readDate } from '../text/dates/read.ts'
import { findFullDate } from '../text/dates/words.ts'

/** A day without a time is taken at noon, so that it stays the same day nearly everywhere. */
const noon = new Temporal.PlainTime(12)

/**
 * The instant that a page names, as machines write it or in words for readers: `14 June 2024, 10:30`,
 * `June 14, 2024 at 9 a.m. EDT`, `14 czerwca 2024`. `offsetMinutes` (east of UTC) is for those that
 * give no zone. Null for anything else.
 */
export function readPageDate(
  text: string,
  { language, offsetMinutes }: { language: string | null; offsetMinutes: number },
): Temporal.Instant | null {
  // A page seldom says whether the day or the month comes first in slashes.
  if (/^\D{0,20}\d{1,2}\/\d/.test(text)) return null
  return readDate(text.slice(0, 200), { language: language ?? '', offsetMinutes, timeOfDay: noon })
}

/** Whether a line shows a date, such as `Updated 14 June 2024`. */
export function holdsDate(text: string, language: string | null): boolean {
  return findFullDate(text, dateNames(language)) !== null
}

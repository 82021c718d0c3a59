import type { Element } from 'domhandler'
import { type DateWords, hasTime } from '../../text/dates/date-words.ts'
import type { DateNames } from '../../text/dates/names.ts'
import { readDate } from '../../text/dates/read.ts'
import { readDateWords } from '../../text/dates/words.ts'
import { textOf } from './outline.ts'

/** Whether an element is there to tell a time: sites make some of their own, as `<relative-time>`. */
export function isTimeElement({ name, attribs }: Element): boolean {
  return name === 'time' || attribs.datetime !== undefined
}

/** Reads a `<time>`, or another element with a `datetime`: that `datetime` attribute (HTML Standard, 4.5.14), else its words. */
export function readTimeElement(element: Element, names: DateNames): DateWords | null {
  const shown = readDateWords(textOf(element), names)
  const given = readDateTime(element.attribs.datetime?.trim() ?? '', names)
  if (!given) return shown
  // Where the attribute knows only the day, the time may stand in the words.
  return !hasTime(given) && shown?.time ? { ...given, time: shown.time } : given
}

function readDateTime(text: string, names: DateNames): DateWords | null {
  // The day as it is written too: that of a heading holds in its own zone.
  const words = readDateWords(text, names)
  const instant =
    readInstant(text) ?? (words ? null : readDate(text, { language: 'en', offsetMinutes: 0 }))
  return instant ? { ...words, instant } : words
}

function readInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text.replace(/^(\S+) (\S+)/, '$1T$2'))
  } catch {
    return null
  }
}

import type { Element } from 'domhandler'
import { type DateWords, hasTime } from '../../text/dates/date-words.ts'
import type { DateNames } from '../../text/dates/names.ts'
import { readDateWords } from '../../text/dates/words.ts'
import { textOf } from './outline.ts'

/** Reads a `<time>`: its `datetime` attribute (HTML Standard, 4.5.14), else its words. */
export function readTimeElement(element: Element, names: DateNames): DateWords | null {
  const shown = readDateWords(textOf(element), names)
  const given = readDateTime(element.attribs.datetime?.trim() ?? '', names)
  if (!given) return shown
  // Where the attribute knows only the day, the time may stand in the words.
  return !hasTime(given) && shown?.time ? { ...given, time: shown.time } : given
}

function readDateTime(text: string, names: DateNames): DateWords | null {
  const words = readDateWords(text.replace(/(?:Z|[+-]\d{2}:?\d{2})$/i, ''), names)
  try {
    // The day as it is written too: that of a heading holds in its own zone.
    return (
      words && { ...words, instant: Temporal.Instant.from(text.replace(/^(\S+) (\S+)/, '$1T$2')) }
    )
  } catch {
    return words
  }
}

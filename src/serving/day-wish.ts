import { mostDaySize } from '../domain/day-request.ts'
import { resolveDay } from '../text/dates/date-words.ts'
import { dateNames } from '../text/dates/names.ts'
import { readDateWords } from '../text/dates/words.ts'
import { foldWord } from '../text/search/fold.ts'
import { wordsIn } from '../text/search/words-in.ts'
import type { NamedFilter } from './news-filters.ts'

/** What somebody asks to see: of which day, how many, and of what; null for what they leave open. */
export type DayWish = {
  date: Temporal.PlainDate | null
  size: number | null
  /** Those whose names are meant; of several, one is to be chosen. */
  filters: NamedFilter[] | null
}

const longest = 100
const mostWords = 8
/** Fewer letters begin too many names. */
const leastLetters = 3

/**
 * Reads a day (`14 June`, `вчора`, `monday`), a number, and the name of a section, feed or columnist, or
 * its beginning, in any order; null for anything else. `now` is the reader's, in their zone.
 */
export function readDayWish(
  input: string,
  filters: readonly NamedFilter[],
  now: Temporal.ZonedDateTime,
): DayWish | null {
  const words = input.split(/\s+/).filter(Boolean)
  if (input.length > longest || words.length > mostWords) return null
  return readWords(words, {
    filters: filters.map((each) => ({ ...each, key: fold(each.name) })),
    now,
  })
}

type Known = { filters: readonly (NamedFilter & { key: string })[]; now: Temporal.ZonedDateTime }

/** What all the words say together, or what their beginning says with what the rest does. */
function readWords(words: readonly string[], known: Known): DayWish | null {
  const whole = readOne(words.join(' '), known)
  if (whole) return { date: null, size: null, filters: null, ...whole }
  for (let end = words.length - 1; end > 0; end--) {
    const first = readOne(words.slice(0, end).join(' '), known)
    const rest = first && readWords(words.slice(end), known)
    if (!rest) continue
    const isTwice =
      (first.date && rest.date) || (first.size && rest.size) || (first.filters && rest.filters)
    if (!isTwice) return { ...rest, ...first }
  }
  return null
}

function readOne(words: string, { filters, now }: Known): Partial<DayWish> | null {
  const typed = fold(words)
  const exact = filters.find(({ key }) => key === typed)
  if (exact) return { filters: [exact] }
  const size = /^\d{1,2}$/.test(words) ? Number(words) : 0
  if (size > 0 && size <= mostDaySize) return { size }
  const date = readDay(words, now)
  if (date) return { date }
  if (typed.length < leastLetters) return null
  const begun = filters.filter(({ key }) => ` ${key}`.includes(` ${typed}`))
  return begun.length > 0 ? { filters: begun } : null
}

/** The same for all spellings of a name: small letters without accents and apostrophes, no signs between its words. */
function fold(name: string): string {
  return wordsIn(name.replace(/(?<=\p{L})['’ʼ`´′](?=\p{L})/gu, ''))
    .map(foldWord)
    .join(' ')
}

/** The day that words name, in English or Ukrainian; a day of the week is the last one. */
function readDay(words: string, now: Temporal.ZonedDateTime): Temporal.PlainDate | null {
  const read = readDateWords(words, dateNames('uk'))
  if (!read) return null
  const { weekday, minutesAgo, daysAgo, day, month, time } = read
  const today = now.toPlainDate()
  // A number beside it is none of its parts.
  const isMore = day !== undefined || month !== undefined
  if (time || (daysAgo !== undefined && isMore)) return null
  if (minutesAgo !== undefined) {
    return isMore ? null : now.subtract({ minutes: Math.round(minutesAgo) }).toPlainDate()
  }
  if (weekday !== undefined && Object.keys(read).length === 1) {
    return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 })
  }
  return resolveDay(read, now)
}

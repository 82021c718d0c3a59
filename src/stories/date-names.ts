import { wordsOf } from './words.ts'

/** The names of months and days of the week; `long` are those that hardly mean anything else. */
export type DateNames = { all: ReadonlySet<string>; long: ReadonlySet<string> }

// Days of the week as dates bend them, which the locale data of browsers leave out.
const bent: Record<string, string> = {
  uk: 'понеділка понеділку вівторка вівторку середи середу четверга четвергу пятниці пятницю суботи суботу неділі неділю',
  ru: 'понедельника понедельнику вторника вторнику среды среду четверга четвергу пятницы пятницу субботы субботу воскресенья',
}

const known = new Map<string, DateNames>()

/** The names that dates have in a language, in the forms that they take there. */
export function dateNames(code: string): DateNames {
  const locale = /^[a-z]{2,3}$/.test(code) ? code : 'en'
  const before = known.get(locale)
  if (before) return before
  const long = new Set([...namesIn(locale, 'long'), ...wordsOf(bent[locale] ?? '')])
  const names = { long, all: new Set([...long, ...namesIn(locale, 'short')]) }
  known.set(locale, names)
  return names
}

function namesIn(locale: string, form: 'long' | 'short'): string[] {
  const formats = [
    new Intl.DateTimeFormat(locale, { month: form, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { month: form, day: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { weekday: form, timeZone: 'UTC' }),
  ]
  // A day of every month, and every day of a week.
  const days = [
    ...Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15)),
    ...Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)),
  ]
  return days
    .flatMap((day) => formats.flatMap((format) => format.formatToParts(day)))
    .filter(({ type }) => type === 'month' || type === 'weekday')
    .flatMap(({ value }) => wordsOf(value))
}

/** Which words are the number of a day: those beside a month, as in `13 June` and `June 13`. */
export function isDayNumber(words: string[], i: number, names: ReadonlySet<string>): boolean {
  const isNumber = (word = '') => /^\d/.test(word)
  const isName = (word = '') => names.has(word)
  return (
    isNumber(words[i]) &&
    (isName(words[i + 1]) || (isName(words[i - 1]) && !isNumber(words[i - 2])))
  )
}

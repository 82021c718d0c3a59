import type { Language } from './languages.ts'
import { wordsOf } from './terms.ts'

/** Parts of a series come a day apart; the same event is told again within hours. */
const nextPartMs = 16 * 3_600_000

/** A title without its numbers and dates, and those numbers and dates. */
export type Pattern = { key: string; numbers: string; dates: string }

/** The pattern of a title; null where too little is left to tell a series by. */
export function patternOf(title: string, { code, stem }: Language): Pattern | null {
  const names = dateNames(code)
  const fixed: string[] = []
  const numbers: string[] = []
  const dates: string[] = []
  const words = wordsOf(title.slice(0, 300))
  const isName = (word = '') => names.has(word)
  const isNumber = (word = '') => /^\d/.test(word)
  for (const [i, word] of words.entries()) {
    // A number beside a month is its day: 13 June, June 13.
    const isDay = isName(words[i + 1]) || (isName(words[i - 1]) && !isNumber(words[i - 2]))
    if (isName(word)) dates.push(word)
    else if (!isNumber(word)) fixed.push(stem(word))
    else if (isDay) dates.push(word)
    else numbers.push(word)
  }
  if (fixed.length < 2) return null
  return { key: fixed.join(' '), numbers: numbers.join(' '), dates: dates.join(' ') }
}

export type SeriesPart = { pattern: Pattern; feedId: number | null; atMs: number }

/**
 * Whether two articles with the same key are different parts of a routine series, such as daily
 * losses, weather or exchange rates: they name different dates, or come from different days and
 * differ in their numbers alone, or one feed gives the same title on different days.
 */
export function arePartsOfSeries(a: SeriesPart, b: SeriesPart): boolean {
  if (a.pattern.key !== b.pattern.key) return false
  if (a.pattern.dates !== b.pattern.dates && a.pattern.dates && b.pattern.dates) return true
  if (!areDaysApart(a.atMs, b.atMs)) return false
  return a.pattern.numbers !== b.pattern.numbers || (a.feedId !== null && a.feedId === b.feedId)
}

/** Whether two instants are too far apart to belong to one day's part of a series. */
export function areDaysApart(aMs: number, bMs: number): boolean {
  return Math.abs(aMs - bMs) > nextPartMs
}

const known = new Map<string, Set<string>>()

/** The names of months and days of the week in a language, in all the forms that dates have there. */
function dateNames(code: string): Set<string> {
  const locale = /^[a-z]{2,3}$/.test(code) ? code : 'en'
  const before = known.get(locale)
  if (before) return before
  const names = new Set<string>()
  const formats = (['long', 'short'] as const).flatMap((form) => [
    new Intl.DateTimeFormat(locale, { month: form, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { month: form, day: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { weekday: form, timeZone: 'UTC' }),
  ])
  for (let i = 0; i < 12; i++) {
    const date = Date.UTC(2024, i, 1 + i)
    for (const format of formats) {
      for (const { type, value } of format.formatToParts(date)) {
        if (type === 'month' || type === 'weekday') names.add(value.toLowerCase().replace('.', ''))
      }
    }
  }
  known.set(locale, names)
  return names
}

import type { Language } from '../text/languages.ts'
import { dateNames, isDayNumber } from './date-names.ts'
import { wordsOf } from './words.ts'

/** Parts of a series come a day apart; the same event is told again within hours. */
const nextPartMs = 16 * 3_600_000

/** A title without its numbers and dates, and those numbers and dates. */
export type Pattern = { key: string; numbers: string; dates: string }

/** The pattern of a title; null where too little is left to know a series by. */
export function patternOf(title: string, { code, stem }: Language): Pattern | null {
  const names = dateNames(code).all
  const fixed: string[] = []
  const numbers: string[] = []
  const dates: string[] = []
  const words = wordsOf(title.slice(0, 300))
  for (const [i, word] of words.entries()) {
    if (names.has(word) || isDayNumber(words, i, names)) dates.push(word)
    else if (/^\d/.test(word)) numbers.push(word)
    else fixed.push(stem(word))
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

/** A title is routine once its feed has brought it, but for numbers and dates, on so many earlier days. */
const leastEarlierDays = 2
/** A number that is so many times as large as all before it, or as small, is no routine. */
const unusual = 2

/**
 * Whether this is one more part of a routine series of its feed, with no number out of the ordinary.
 * `others` are the articles with the same key of all feeds.
 */
export function isRoutinePart(part: SeriesPart, others: readonly SeriesPart[]): boolean {
  if (part.feedId === null) return false
  const earlier = others
    .filter(({ feedId, atMs }) => feedId === part.feedId && atMs < part.atMs)
    .sort((a, b) => b.atMs - a.atMs)
  let days = 0
  let lastMs = part.atMs
  for (const { atMs } of earlier) {
    if (!areDaysApart(atMs, lastMs)) continue
    days++
    lastMs = atMs
  }
  if (days < leastEarlierDays) return false
  const known = earlier.map(numbersOf)
  return numbersOf(part).every((number, place) => {
    const before = known.flatMap((numbers) => numbers[place] ?? [])
    return before.length === 0 || before.some((each) => ratio(each, number) <= unusual)
  })
}

function numbersOf({ pattern }: SeriesPart): number[] {
  const words = pattern.numbers.split(' ').filter(Boolean)
  return words.map((word) => Number.parseFloat(word.replace(',', '.')))
}

function ratio(a: number, b: number): number {
  return a === b ? 1 : Math.max(a, b) / Math.min(a, b)
}

/** Whether two instants are too far apart to belong to one day's part of a series. */
export function areDaysApart(aMs: number, bMs: number): boolean {
  return Math.abs(aMs - bMs) > nextPartMs
}

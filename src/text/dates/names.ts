import { type AgoWords, agoWords } from './ago.ts'
import { foldWords, nameKey } from './fold.ts'
import { knownLanguage } from './known-language.ts'

/** How a language spells a month (1 is January) or a day of the week (1 is Monday). */
export type SpelledName = {
  kind: 'month' | 'weekday'
  value: number
  width: 'long' | 'short'
  name: string
}

/** The words by which one or more languages name months, weekdays, and the days around today. */
export type DateNames = {
  /** The first of the languages after English, Ukrainian and Russian; '' for none. */
  language: string
  /** By lower-case name, without full stops: 1 is January. */
  months: ReadonlyMap<string, number>
  /** 1 is Monday. */
  weekdays: ReadonlyMap<string, number>
  daysAgo: ReadonlyMap<string, number>
  /** The halves of a day, where it has twelve hours. */
  halves: ReadonlyMap<string, 'a' | 'p'>
  /** Words that stand between the parts of a date: 14 de junio de 2024. */
  between: ReadonlySet<string>
  /** How long ago something was. */
  ago: AgoWords
  /** Americans alone write the month before the day where all is in numbers. */
  monthFirst: boolean
}

// The days of the week from Monday in the cases that dates have, which Unicode CLDR leaves out.
const inflected: Record<string, string> = {
  uk: 'понеділка понеділку|вівторка вівторку|середи середу|четверга четвергу|пʼятниці пʼятницю|суботи суботу|неділі неділю',
  ru: 'понедельника понедельнику|вторника вторнику|среды среду|четверга четвергу|пятницы пятницу|субботы субботу|воскресенья',
}
const widths = ['long', 'short'] as const
// News is dated by this calendar, also where another one is in use.
const gregorian = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const
const spelled = new Map<string, SpelledName[]>()

/**
 * The names of months and weekdays in a language (BCP 47), as Unicode CLDR has them, those of English
 * where it has none.
 */
export function spelledNames(language: string | null): SpelledName[] {
  const key = knownLanguage(language)
  let names = spelled.get(key)
  if (!names) {
    names = widths.flatMap((width) => spellNames(key, width))
    spelled.set(key, names)
  }
  return names
}

function spellNames(language: string, width: 'long' | 'short'): SpelledName[] {
  const names: SpelledName[] = []
  // Beside a day's number many languages inflect the month: 14 червня, but червень.
  const styles = [
    { month: width },
    { month: width, day: 'numeric' },
  ] satisfies Intl.DateTimeFormatOptions[]
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(language, { ...gregorian, ...style })
    for (let value = 1; value <= 12; value++) {
      for (const { type, value: name } of format.formatToParts(Date.UTC(2024, value - 1, 14))) {
        if (type === 'month') names.push({ kind: 'month', value, width, name })
      }
    }
  }
  const format = new Intl.DateTimeFormat(language, { ...gregorian, weekday: width })
  // 1 January 2024 was a Monday.
  for (let value = 1; value <= 7; value++) {
    names.push({ kind: 'weekday', value, width, name: format.format(Date.UTC(2024, 0, value)) })
  }
  const cases = width === 'long' ? (inflected[language.slice(0, 2)] ?? '').split('|') : []
  for (const [i, forms] of cases.entries()) {
    for (const name of forms.split(' ')) names.push({ kind: 'weekday', value: i + 1, width, name })
  }
  return names
}

const always = ['en', 'uk', 'ru']
// Countries that name months otherwise than the rest of their language.
const variants: Record<string, string[]> = {
  ar: ['ar-LB', 'ar-DZ', 'ar-MA'],
  az: ['az-Cyrl'],
  de: ['de-AT'],
  hr: ['bs'],
  pt: ['pt-PT'],
  sr: ['sr-Latn', 'sr-Cyrl-BA'],
  uz: ['uz-Cyrl'],
}
// Those that news is often written in, of those that Unicode CLDR knows.
const common =
  'ar az be bg bn bs ca cs cy da de el es et eu fa fi fr gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms nb nl pl pt ro sk sl sq sr sv sw ta th tr ur uz vi zh'.split(
    ' ',
  )
const known = new Map<string, DateNames>()

/** The names of English, Ukrainian, Russian and of the given language. */
export function dateNames(language: string | null): DateNames {
  const key = knownLanguage(language)
  let names = known.get(key)
  if (!names) {
    const languages = [...new Set([...always, key, ...variantsOf(key)])]
    names = collectNames(languages, key, languages.length)
    known.set(key, names)
  }
  return names
}

/** The names of all languages that news is often written in, but for those that mean different things. */
export function worldNames(): DateNames {
  let names = known.get('')
  if (!names) {
    const languages = [...always, ...common.flatMap((code) => [code, ...variantsOf(code)])]
    names = collectNames(languages, '', always.length)
    known.set('', names)
  }
  return names
}

function variantsOf(language: string): string[] {
  return variants[language.slice(0, 2)] ?? []
}

// Some scripts write a word in one letter: 金 for Friday.
const plainName = /^(?:[\p{L}\p{M}'׳״॰]{2,}|[\p{scx=Han}\p{scx=Hangul}مص])$/u

/** What names mean: the first meaning holds, and of those that came after `settle` only what is beyond doubt. */
class Meanings<T> {
  readonly byName = new Map<string, T>()
  private readonly unclear = new Set<string>()
  private settled: ReadonlySet<string> | null = null

  add(name: string, value: T): void {
    const word = nameKey(name)
    if (!plainName.test(word) || this.unclear.has(word)) return
    const before = this.byName.get(word)
    if (before === undefined) this.byName.set(word, value)
    else if (before !== value && this.settled && !this.settled.has(word)) {
      this.byName.delete(word)
      this.unclear.add(word)
    }
  }

  settle(): void {
    this.settled = new Set(this.byName.keys())
  }
}

/** Of languages after the `sure` first ones only that counts in which they do not differ. */
function collectNames(languages: string[], language: string, sure: number): DateNames {
  const months = new Meanings<number>()
  const weekdays = new Meanings<number>()
  const daysAgo = new Meanings<number>()
  const halves = new Meanings<'a' | 'p'>()
  const between = new Set<string>()
  const all = [months, weekdays, daysAgo, halves]
  months.add('sept', 9)
  daysAgo.add('вчора', 1)
  for (const [i, each] of languages.entries()) {
    if (i === sure) for (const names of all) names.settle()
    for (const { kind, name, value } of spelledNames(each)) {
      if (kind === 'month') months.add(name, value)
      else weekdays.add(name, value)
      // CLDR takes the word before a Catalan month for a part of its name: de desembre.
      const [, before, after] = /^(\p{L}{1,2}) (\p{L}+)$/u.exec(foldWords(name)) ?? []
      if (kind === 'month' && before && after) {
        between.add(before)
        months.add(after, value)
      }
    }
    for (const word of wordsBetween(each)) between.add(word)
    const relative = new Intl.RelativeTimeFormat(each, { numeric: 'auto' })
    for (const days of [0, 1, 2]) daysAgo.add(relative.format(-days, 'day'), days)
    for (const [hour, half] of [
      [9, 'a'],
      [21, 'p'],
    ] as const)
      halves.add(halfName(each, hour), half)
  }
  // Publishing programs clip names to three letters or four, whatever the language.
  for (const names of all) names.settle()
  for (const each of languages)
    for (const [name, value] of clippedMonths(each)) {
      if (!weekdays.byName.has(name)) months.add(name, value)
    }
  return {
    language,
    months: months.byName,
    weekdays: weekdays.byName,
    daysAgo: daysAgo.byName,
    halves: halves.byName,
    between,
    // Spans of time are looked for in one language at a time.
    ago: agoWords(languages.slice(0, sure)),
    monthFirst: languages.includes('en-US'),
  }
}

function wordsBetween(language: string): string[] {
  const whole = new Intl.DateTimeFormat(language, {
    ...gregorian,
    dateStyle: 'full',
    timeStyle: 'short',
  })
  return whole.formatToParts(Date.UTC(2024, 0, 14)).flatMap(({ type, value }) => {
    const isBetween = type === 'literal' || type === 'era'
    return isBetween ? (foldWords(value).match(/[\p{L}\p{M}']+/gu) ?? []) : []
  })
}

function halfName(language: string, hour: number): string {
  const format = new Intl.DateTimeFormat(language, { ...gregorian, hour: 'numeric', hour12: true })
  const parts = format.formatToParts(Date.UTC(2024, 0, 14, hour))
  return parts.find(({ type }) => type === 'dayPeriod')?.value ?? ''
}

function clippedMonths(language: string): [string, number][] {
  const months = spelledNames(language).flatMap(({ kind, name, value }) =>
    kind === 'month' ? [{ name: nameKey(name), value }] : [],
  )
  return months.flatMap(({ name, value }) =>
    [3, 4].flatMap((length): [string, number][] => {
      const clipped = name.slice(0, length)
      const isClear = months.every(
        (other) => other.value === value || !other.name.startsWith(clipped),
      )
      return isClear ? [[clipped, value]] : []
    }),
  )
}

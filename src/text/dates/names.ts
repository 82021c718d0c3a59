/** How a language spells a month (1 is January) or a day of the week (1 is Monday). */
export type SpelledName = {
  kind: 'month' | 'weekday'
  value: number
  width: 'long' | 'short'
  name: string
}

/** The words by which one or more languages name months, weekdays, and the days around today. */
export type DateNames = {
  /** By lower-case name, without a full stop: 1 is January. */
  months: ReadonlyMap<string, number>
  /** 1 is Monday. */
  weekdays: ReadonlyMap<string, number>
  daysAgo: ReadonlyMap<string, number>
  /** Words that stand between the parts of a date: 14 de junio de 2024. */
  between: ReadonlySet<string>
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
const known = new Map<string, DateNames>()

/** The names of English, Ukrainian, Russian and of the given language. */
export function dateNames(language: string | null): DateNames {
  const key = knownLanguage(language)
  let names = known.get(key)
  if (!names) {
    names = collectNames([...new Set([...always, key])])
    known.set(key, names)
  }
  return names
}

/** Lower case, one kind of apostrophe, one kind of space. */
export function foldWords(text: string): string {
  return foldForms(text).toLowerCase()
}

/** One kind of apostrophe, one kind of space. */
export function foldForms(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’ʼ`´′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

function collectNames(languages: string[]): DateNames {
  const months = new Map<string, number>([['sept', 9]])
  const weekdays = new Map<string, number>()
  const daysAgo = new Map<string, number>([['вчора', 1]])
  const between = new Set<string>()
  const add = (map: Map<string, number>, name: string, value: number) => {
    const word = foldWords(name).replace(/\.$/, '')
    if (/^[\p{L}\p{M}']{2,}$/u.test(word) && !map.has(word)) map.set(word, value)
  }
  for (const language of languages) {
    const names = spelledNames(language)
    for (const { kind, name, value } of names) {
      add(kind === 'month' ? months : weekdays, name, value)
      // CLDR takes the word before a Catalan month for a part of its name: de desembre.
      const [, before, after] = /^(\p{L}{1,2}) (\p{L}+)$/u.exec(foldWords(name)) ?? []
      if (kind === 'month' && before && after) {
        between.add(before)
        add(months, after, value)
      }
    }
    // Publishing programs clip names to three letters, whatever the language.
    const spelledMonths = names
      .filter(({ kind }) => kind === 'month')
      .map(({ name, value }) => ({ name: foldWords(name), value }))
    for (const { name, value } of spelledMonths) {
      const clipped = name.slice(0, 3)
      const isClear = spelledMonths.every((o) => o.value === value || !o.name.startsWith(clipped))
      if (isClear && !weekdays.has(clipped)) add(months, clipped, value)
    }
    const whole = new Intl.DateTimeFormat(language, { ...gregorian, dateStyle: 'full' })
    for (const { type, value } of whole.formatToParts(Date.UTC(2024, 0, 14))) {
      if (type !== 'literal' && type !== 'era') continue
      for (const word of foldWords(value).match(/[\p{L}\p{M}']+/gu) ?? []) between.add(word)
    }
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    for (const days of [0, 1, 2]) add(daysAgo, relative.format(-days, 'day'), days)
  }
  return { months, weekdays, daysAgo, between, monthFirst: languages.includes('en-US') }
}

/** The language as CLDR knows it, or English: for an unknown one the machine's own would be taken. */
function knownLanguage(language: string | null): string {
  try {
    const tags = Intl.getCanonicalLocales((language ?? '').replaceAll('_', '-'))
    return Intl.DateTimeFormat.supportedLocalesOf(tags)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

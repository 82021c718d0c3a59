/** The words by which one or more languages name months, weekdays, and the days around today. */
export type DateNames = {
  /** By lower-case name, without a full stop: 1 is January. */
  months: ReadonlyMap<string, number>
  /** 1 is Monday. */
  weekdays: ReadonlyMap<string, number>
  daysAgo: ReadonlyMap<string, number>
  /** Americans alone write the month before the day where all is in numbers. */
  monthFirst: boolean
}

const always = ['en', 'uk', 'ru']
const known = new Map<string, DateNames>()

/** The names of English, Ukrainian, Russian and of the given language (BCP 47), as Unicode CLDR has them. */
export function dateNames(language: string | null): DateNames {
  const own = language && Intl.DateTimeFormat.supportedLocalesOf(safeTag(language))[0]
  const key = own || 'en'
  let names = known.get(key)
  if (!names) {
    names = collectNames([...new Set([...always, key])])
    known.set(key, names)
  }
  return names
}

/** Lower case, one kind of apostrophe, one kind of space. */
export function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ`´′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

function collectNames(languages: string[]): DateNames {
  const months = new Map<string, number>([['sept', 9]])
  const weekdays = new Map<string, number>()
  const daysAgo = new Map<string, number>([['вчора', 1]])
  const add = (map: Map<string, number>, name: string, value: number) => {
    const word = foldWords(name).replace(/\.$/, '')
    if (/^[\p{L}\p{M}']{2,}$/u.test(word) && !map.has(word)) map.set(word, value)
  }
  for (const language of languages) {
    const spelled: { name: string; month: number }[] = []
    for (const width of ['long', 'short'] as const) {
      // Beside a day's number many languages inflect the month: 14 червня, but червень.
      const styles = [
        { month: width },
        { month: width, day: 'numeric' },
      ] satisfies Intl.DateTimeFormatOptions[]
      for (const style of styles) {
        const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(Date.UTC(2024, month - 1, 14))
          for (const { type, value } of parts) {
            if (type !== 'month') continue
            add(months, value, month)
            spelled.push({ name: foldWords(value), month })
          }
        }
      }
      const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
      // 1 January 2024 was a Monday.
      for (let day = 1; day <= 7; day++) {
        add(weekdays, format.format(Date.UTC(2024, 0, day)), day)
      }
    }
    // Publishing programs clip names to three letters, whatever the language.
    for (const { name, month } of spelled) {
      const clipped = name.slice(0, 3)
      const isClear = spelled.every((o) => o.month === month || !o.name.startsWith(clipped))
      if (isClear && !weekdays.has(clipped)) add(months, clipped, month)
    }
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    for (const days of [0, 1, 2]) add(daysAgo, relative.format(-days, 'day'), days)
  }
  return { months, weekdays, daysAgo, monthFirst: languages.includes('en-US') }
}

function safeTag(language: string): string[] {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))
  } catch {
    return []
  }
}

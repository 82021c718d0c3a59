/** The operators of a question, each with what people type for it; the first is how it is printed. */
const spellings = {
  by: { en: ['by', 'author'], uk: ['від', 'автор'] },
  from: { en: ['from', 'source', 'site'], uk: ['з', 'із', 'джерело'] },
  in: { en: ['in', 'section', 'tag'], uk: ['у', 'в', 'розділ'] },
  kind: { en: ['kind', 'type'], uk: ['вид'] },
  lang: { en: ['lang', 'language'], uk: ['мова'] },
  after: { en: ['after', 'since'], uk: ['після'] },
  before: { en: ['before', 'until'], uk: ['до'] },
  on: { en: ['on', 'date'], uk: ['на', 'дата'] },
} as const

export type Operator = keyof typeof spellings

const operators = new Map<string, Operator>()
for (const name of ['by', 'from', 'in', 'kind', 'lang', 'after', 'before', 'on'] as const) {
  for (const spelling of [...spellings[name].en, ...spellings[name].uk]) {
    operators.set(spelling, name)
  }
}

/** Printed in Ukrainian, and for all others in English. */
const printedIn = (language: string) => (language === 'uk' ? 'uk' : 'en')

/** How an operator is written in a language. */
export function spellingOf(name: Operator, language: string): string {
  return spellings[name][printedIn(language)][0]
}

/** The operator of that name in English or Ukrainian; undefined for none. */
export function operatorOf(name: string): Operator | undefined {
  return operators.get(name.toLowerCase())
}

const kindSpellings = {
  news: { en: ['news'], uk: ['новини', 'новина'] },
  column: {
    en: ['column', 'columns', 'opinion', 'opinions'],
    uk: ['колонка', 'колонки', 'думка', 'думки'],
  },
} as const

type Kind = keyof typeof kindSpellings

const kinds = new Map<string, Kind>()
for (const kind of ['news', 'column'] as const) {
  for (const spelling of [...kindSpellings[kind].en, ...kindSpellings[kind].uk]) {
    kinds.set(spelling, kind)
  }
}

export function kindOf(word: string): Kind | undefined {
  return kinds.get(word.toLowerCase())
}

/** How a kind is written in a language. */
export function kindIn(kind: Kind, language: string): string {
  return kindSpellings[kind][printedIn(language)][0]
}

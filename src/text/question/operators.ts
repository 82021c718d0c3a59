/** The operators of a question, each with what people type for it; the first is how it is printed. */
const spellings = {
  by: ['by', 'author', 'від', 'автор'],
  from: ['from', 'source', 'site', 'з', 'із', 'джерело'],
  in: ['in', 'section', 'tag', 'у', 'в', 'розділ'],
  kind: ['kind', 'type', 'вид'],
  lang: ['lang', 'language', 'мова'],
  after: ['after', 'since', 'після'],
  before: ['before', 'until', 'до'],
  on: ['on', 'date', 'на', 'дата'],
} as const

export type Operator = keyof typeof spellings

const operators = new Map<string, Operator>()
for (const name of ['by', 'from', 'in', 'kind', 'lang', 'after', 'before', 'on'] as const) {
  for (const spelling of spellings[name]) operators.set(spelling, name)
}

/** The operator of that name in English or Ukrainian; undefined for none. */
export function operatorOf(name: string): Operator | undefined {
  return operators.get(name.toLowerCase())
}

const kinds = new Map<string, 'news' | 'column'>([
  ['news', 'news'],
  ['новини', 'news'],
  ['новина', 'news'],
  ['column', 'column'],
  ['columns', 'column'],
  ['opinion', 'column'],
  ['opinions', 'column'],
  ['колонка', 'column'],
  ['колонки', 'column'],
  ['думка', 'column'],
  ['думки', 'column'],
])

export function kindOf(word: string): 'news' | 'column' | undefined {
  return kinds.get(word.toLowerCase())
}

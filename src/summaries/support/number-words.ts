/** A number as it stands in a text, and the values that it can mean. */
export type Mention = { text: string; values: number[] }

const english = new Map<string, number>([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, (i + 2) * 10]),
])

// In all cases of the cardinal numbers, but not in those of the ordinal ones.
const cases = '(?:ь|и|ьох|ьом|ьома|ма)'
const ukrainian: [RegExp, number][] = [
  [/^(?:один|одна|одне|одного|одній|одному)$/, 1],
  [/^(?:дв(?:а|і|ох|ом|ома|оє)|обидв(?:а|і|ох))$/, 2],
  [/^тр(?:и|ьох|ьом|ьома|оє)$/, 3],
  [/^(?:чотир(?:и|ьох|ьом|ма)|четверо)$/, 4],
  ...["п'?ят", 'шіст|шест', 'сім|сем', 'вісім|восьм', "дев'?ят", 'десят'].map(
    (stem, i): [RegExp, number] => [new RegExp(`^(?:${stem})(?:${cases}|еро)?$`), i + 5],
  ),
  ...['оди', 'два', 'три', 'чотир', "п'?ят", 'шіст', 'сім', 'вісім', "дев'?ят"].map(
    (stem, i): [RegExp, number] => [new RegExp(`^${stem}надцят${cases}$`), i + 11],
  ),
  [new RegExp(`^двадцят${cases}$`), 20],
  [new RegExp(`^тридцят${cases}$`), 30],
  [/^сорока?$/, 40],
  ...["п'?ят", 'шіст', 'сім', 'вісім'].map((stem, i): [RegExp, number] => [
    new RegExp(`^${stem}десят${cases}?$`),
    (i + 5) * 10,
  ]),
  [/^дев'?яност[оа]$/, 90],
  [/^ст[оа]$/, 100],
  [/^двісті$/, 200],
  [/^(?:три|чотири)ста$/, 300],
  ...["п'?ят", 'шіст', 'сім', 'вісім', "дев'?ят"].map((stem, i): [RegExp, number] => [
    new RegExp(`^${stem}сот$`),
    (i + 5) * 100,
  ]),
]
const scales: [RegExp, number][] = [
  [/^hundred$/, 100],
  [/^(?:thousand|тисяч\p{L}*)$/u, 1e3],
  [/^(?:million|мільйон\p{L}*)$/u, 1e6],
  [/^(?:billion|мільярд\p{L}*)$/u, 1e9],
]

/** A word of a number: what it adds, or by what it multiplies what stands before it. */
type Part = { kind: 'value' | 'scale'; value: number }

/**
 * The numbers in words of a text: `twenty-five`, `дві тисячі триста`. A lone `one` is none: it is a
 * pronoun or an article more often.
 */
export function wordNumbers(text: string): Mention[] {
  const words = text
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .match(/\p{L}+(?:'\p{L}+)*|[^\s\p{L}]/gu)
  const mentions: Mention[] = []
  let said: string[] = []
  let parts: Part[] = []
  const finish = () => {
    const value = sum(parts)
    if (value > 1) mentions.push({ text: said.join(' '), values: [value] })
    said = []
    parts = []
  }
  for (const word of words ?? []) {
    const part = partOf(word)
    if (part && continues(parts, part)) {
      parts.push(part)
      said.push(word)
    } else if (!(parts.length > 0 && (word === 'and' || word === '-'))) {
      finish()
      if (part?.kind === 'value') {
        parts.push(part)
        said.push(word)
      }
    }
  }
  finish()
  return mentions
}

/** Whether a word in lower case is one of a number. */
export function isNumberWord(word: string): boolean {
  return partOf(word.replace(/[’ʼ`]/g, "'")) !== null
}

function partOf(word: string): Part | null {
  const value = english.get(word) ?? ukrainian.find(([form]) => form.test(word))?.[1]
  if (value !== undefined) return { kind: 'value', value }
  const scale = scales.find(([form]) => form.test(word))?.[1]
  return scale === undefined ? null : { kind: 'scale', value: scale }
}

// `two, three` are two numbers: what follows within one is smaller, or multiplies it.
function continues(parts: Part[], part: Part): boolean {
  const last = parts.at(-1)
  if (!last) return part.kind === 'value'
  if (part.kind === 'scale' || last.kind === 'scale') return true
  return last.value >= 20 && part.value < (last.value >= 100 ? 100 : 10)
}

function sum(parts: Part[]): number {
  let total = 0
  let current = 0
  for (const { kind, value } of parts) {
    if (kind === 'value') current += value
    else if (value === 100) current *= 100
    else {
      total += current * value
      current = 0
    }
  }
  return total + current
}

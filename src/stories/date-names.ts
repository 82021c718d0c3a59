import { createMemory } from '../lib/memory.ts'
import { spelledNames } from '../text/dates/names.ts'
import { wordsOf } from './words.ts'

/** The names of months and days of the week; `long` are those that hardly mean anything else. */
export type DateNames = { all: ReadonlySet<string>; long: ReadonlySet<string> }

/** The names that dates have in a language, in the forms that they take there. */
export const dateNames = createMemory(200)(namesOf)

function namesOf(code: string): DateNames {
  const names = spelledNames(code)
  const long = names.filter(({ width }) => width === 'long')
  return {
    long: new Set(long.flatMap(({ name }) => wordsOf(name))),
    all: new Set(names.flatMap(({ name }) => wordsOf(name))),
  }
}

/** Which words are the number of a day: those beside a month, as in `13 June` and `June 13`. */
export function isDayNumber(words: string[], i: number, names: ReadonlySet<string>): boolean {
  const isNumber = (word = '') => word >= '0' && word < ':'
  const isName = (word = '') => names.has(word)
  return (
    isNumber(words[i]) &&
    (isName(words[i + 1]) || (isName(words[i - 1]) && !isNumber(words[i - 2])))
  )
}

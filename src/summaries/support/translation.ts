import type { Reason } from '../../domain/reason.ts'
import { createMemory } from '../../lib/memory.ts'
import { spelledNames } from '../../text/dates/names.ts'
import { languageOf } from '../../text/languages.ts'
import { consonantsOf, latinSpelling } from '../../text/latin-spelling.ts'
import { isSameName as isSameSound } from '../../text/search/sound.ts'
import { isSameName } from './names.ts'
import { numbersOf } from './numbers.ts'
import { namesOf, wordsOf } from './support.ts'

/** What was translated, and into which language. */
type Original = { title: string; summary: string | null; language: string | null; into: string }

/**
 * Returns what a translation claims that the original does not say; null when all is supported. Every
 * word with a capital must stand in the original in some form: as it is, as it sounds in another alphabet, or as
 * what a country, a month or a day of the week is called in the other language (Unicode CLDR). Every number must stand there. After
 * `whyUnsupported`, of which it is the like across languages.
 */
export function whyUntrue(
  said: readonly string[],
  { title, summary, language, into }: Original,
): Reason | null {
  const original = `${title}\n${summary ?? ''}`
  const words = [...new Set(wordsOf(original))]
  const terms = termsBetween(`${codeOf(language)} ${into}`)
  const stemOf = (word: string) => languageOf(codeOf(language)).stem(word)
  const sounds = words.flatMap((word) => [word, stemOf(word)])
  const { stem } = languageOf(into)
  const isNamed = (name: string) =>
    words.some((word) => isSameName(name, word)) ||
    [name, stem(name)].some((said) => sounds.some((each) => soundsLike(said, each))) ||
    terms.some((term) => term.into.some((each) => isSameName(name, each)) && isSaid(term, words))
  const name = said.flatMap(namesOf).find((each) => !isNamed(each))
  if (name) return { code: 'unsupported-name', name }
  const values = new Set(numbersOf(original).flatMap((number) => number.values))
  const lone = said
    .flatMap(numbersOf)
    .find((number) => !number.values.some((value) => values.has(value)))
  return lone ? { code: 'unsupported-number', number: lone.text } : null
}

function codeOf(language: string | null): string {
  return language?.slice(0, 2).toLowerCase() ?? ''
}

/** Vowels are heard in many ways, consonants hardly: Ashby, Ешбі. */
function soundsLike(one: string, other: string): boolean {
  if (isSameSound(one, other)) return true
  const [a, b] = [latinSpelling(one), latinSpelling(other)]
  const [x, y] = [consonantsOf(a), consonantsOf(b)]
  return x.length > 1 && x === y && Math.abs(a.length - b.length) < 2
}

/** What has a name of its own in each language: the words of each of its names in one, and all words of those in the other. */
type Term = { from: readonly (readonly string[])[]; into: readonly string[] }

function isSaid({ from }: Term, words: readonly string[]): boolean {
  return from.some((name) => name.every((part) => words.some((word) => isSameName(word, part))))
}

/** The terms of two languages, as `de uk`. */
const termsBetween = createMemory(20)((key: string): readonly Term[] => {
  const [from = '', into = ''] = key.split(' ')
  return [...regionTerms(from, into), ...dateTerms(from, into)]
})

function regionTerms(from: string, into: string): Term[] {
  const namesIn = (language: string) => {
    const styles = (['long', 'short'] as const).map(
      (style) =>
        new Intl.DisplayNames([language || 'en'], { type: 'region', style, fallback: 'none' }),
    )
    return (code: string) => styles.flatMap((names) => names.of(code) ?? []).map(wordsOf)
  }
  const [ofFrom, ofInto] = [namesIn(from), namesIn(into)]
  return regionCodes.flatMap((code): Term[] => {
    const names = ofFrom(code).filter((words) => words.length > 0)
    return names.length > 0 ? [{ from: names, into: ofInto(code).flat() }] : []
  })
}

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
const regionCodes = letters.flatMap((first) => letters.map((second) => `${first}${second}`))

function dateTerms(from: string, into: string): Term[] {
  const others = spelledNames(into)
  return spelledNames(from || null).map(({ kind, value, name }) => ({
    from: [wordsOf(name)],
    into: others
      .filter((other) => other.kind === kind && other.value === value)
      .flatMap((other) => wordsOf(other.name)),
  }))
}

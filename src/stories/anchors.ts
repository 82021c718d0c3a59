import { createMemory } from '../lib/memory.ts'
import { consonantsOf, latinSpelling } from '../text/latin-spelling.ts'
import { countryInEnglish } from './countries.ts'
import { dateNames } from './date-names.ts'
import { tokensOf } from './words.ts'

/** A name as it is written, in plain Latin letters, and its consonants alone; its spellings share a key. */
export type Name = { written: string; plain: string; consonants: string; key: string }

/** What is the same in every language: names, each with another key, and numbers, each once. */
export type Anchors = { names: readonly Name[]; numbers: ReadonlySet<string> }

/** More names than these hold up everything where a hostile feed has nothing else. */
const maxNames = 24

/** The names and numbers of a text; years and single digits say too little. */
export function anchorsOf(text: string): Anchors {
  const names = new Map<string, Name>()
  const numbers = new Set<string>()
  const read = text.slice(0, 1000)
  for (const { word } of tokensOf(read)) {
    if (/^\d/.test(word)) {
      if (word.length > 1 && !/^(?:19|20)\d\d$/.test(word)) numbers.add(word.replace(',', '.'))
    } else if (word.length > 2 && /^\p{Lu}/u.test(word) && names.size < maxNames) {
      if (dateNames('en').long.has(word.toLowerCase())) continue
      const name = knownName(word)
      if (name.key !== '' && !names.has(name.key)) names.set(name.key, name)
    }
  }
  // A score: 3-1 and 3:1.
  for (const [, own, theirs] of read.matchAll(/(?<![\d.:-])(\d{1,2})[-:–](\d{1,2})(?![.:-]?\d)/g)) {
    numbers.add(`${own}:${theirs}`)
  }
  return { names: [...names.values()], numbers: numbers.size > 0 ? numbers : none }
}

const none: ReadonlySet<string> = new Set()

/** What two texts must share for a start, as the number of names that are surely the same. */
const least = 2.75
/** So many pairs of names, of one text and another, have one that is alike by chance. */
const chance = 100

/**
 * The names and numbers that both have, when they are enough to be sure; names as `a` has them. Numbers
 * of two digits count half, and so do none in common.
 */
export function sharedAnchors(a: Anchors, b: Anchors): string[] | null {
  const names = sharedNames(a, b)
  const numbers = [...a.numbers].filter((number) => b.numbers.has(number))
  const differ = a.numbers.size > 0 && b.numbers.size > 0 && numbers.length === 0
  const score =
    names.reduce((sum, { likeness }) => sum + likeness, differ ? -0.5 : 0) +
    numbers.reduce((sum, number) => sum + (/^\d\d$/.test(number) ? 0.5 : 1), 0)
  const isSure = names.length > 1 && score >= least + (a.names.length * b.names.length) / chance
  return isSure ? [...names.map(({ name }) => name.written), ...numbers] : null
}

type Shared = { name: Name; likeness: number }

/** Each name of one with one of the other, the surest pairs first. */
function sharedNames(a: Anchors, b: Anchors): Shared[] {
  const pairs = a.names
    .flatMap((name) =>
      b.names.map((theirs) => ({ name, theirs, likeness: likenessOf(name, theirs) })),
    )
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
  const [left, right] = [new Set(a.names), new Set(b.names)]
  return pairs.filter(
    ({ name, theirs }) =>
      left.has(name) && right.has(theirs) && left.delete(name) && right.delete(theirs),
  )
}

/**
 * How sure it is that two spellings, in two alphabets and with endings of their own, are of one name:
 * 1 for all consonants or nearly all letters, 0.5 for a beginning that is about the same, or 0.
 */
function likenessOf(a: Name, b: Name): number {
  if (a.plain === b.plain && a.plain.length > 2) return 1
  if (a.consonants[0] !== b.consonants[0] || isVowel(a.plain) !== isVowel(b.plain)) return 0
  const [short, long] = [a.consonants, b.consonants].sort((one, other) => one.length - other.length)
  if (short === undefined || long === undefined || short.length < 2) return 0
  // Case endings have two consonants at most.
  const rest = long.length - short.length
  if (rest > 2) return 0
  let same = 0
  while (same < a.plain.length && a.plain[same] === b.plain[same]) same++
  const isNearlyAll = same >= 4 && same >= 0.75 * Math.min(a.plain.length, b.plain.length)
  const isStem = long.startsWith(short) && short.length >= (rest === 2 ? 4 : 3)
  if (isNearlyAll || isStem) return 1
  if (short.length >= 4) return isOneEditAway(short.slice(0, 4), long.slice(0, 4)) ? 0.5 : 0
  if (short.length === 3) return long.startsWith(short) ? 0.5 : 0
  return long.startsWith(short) && same >= 3 ? 0.5 : 0
}

const isVowel = (plain: string) => /^[aeiou]/.test(plain)

/** Whether one letter is changed, left out or added, of words of about the same length. */
function isOneEditAway(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return (
    a.slice(at + 1) === b.slice(at + 1) ||
    a.slice(at + 1) === b.slice(at, -1) ||
    a.slice(at, -1) === b.slice(at + 1)
  )
}

function nameOf(word: string): Name {
  // Some countries sound otherwise in each language: Туреччина, Turkey.
  const plain = latinSpelling(countryInEnglish(word) ?? word)
  const consonants = consonantsOf(plain)
  return { written: word, plain, consonants, key: keyOf(plain, consonants) }
}

/** News repeats its names: those last met are kept, and shared by all articles that have them. */
const knownName = createMemory(20_000)(nameOf)

/** Four consonants, since case endings come after; a name of two is known by its vowels too; '' for none. */
function keyOf(plain: string, consonants: string): string {
  if (consonants.length >= 3) return consonants.slice(0, 4)
  return consonants.length === 2 ? `~${plain.slice(0, 3)}` : ''
}

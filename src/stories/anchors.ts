import { dateNames } from './date-names.ts'
import { tokensOf } from './words.ts'

/** A name as it is written, in plain Latin letters, and its consonants alone. */
export type Name = {
  written: string
  plain: string
  consonants: string
  /** The first word of a sentence may be any word. */
  isSure: boolean
}

/** What is the same in every language: names, by a key that their spellings share, and numbers. */
export type Anchors = { names: Map<string, Name>; numbers: Set<string> }

const maxNames = 40

/** The names and numbers of a text; years and single digits say too little. */
export function anchorsOf(text: string): Anchors {
  const names = new Map<string, Name>()
  const numbers = new Set<string>()
  const read = text.slice(0, 1000)
  for (const { word, opens } of tokensOf(read)) {
    if (/^\d/.test(word)) {
      if (word.length > 1 && !/^(?:19|20)\d\d$/.test(word)) numbers.add(word.replace(',', '.'))
    } else if (word.length > 2 && /^\p{Lu}/u.test(word) && names.size < maxNames) {
      if (dateNames('en').long.has(word.toLowerCase())) continue
      const name = nameOf(word, !opens)
      const key = keyOf(name)
      if (key && !(names.get(key)?.isSure ?? false)) names.set(key, name)
    }
  }
  // A score: 3-1 and 3:1.
  for (const [, own, theirs] of read.matchAll(/(?<![\d.:-])(\d{1,2})[-:–](\d{1,2})(?![\d.:-])/g)) {
    numbers.add(`${own}:${theirs}`)
  }
  return { names, numbers }
}

/** The names and numbers that both have, when they are enough to be sure; names as `a` has them. */
export function sharedAnchors(a: Anchors, b: Anchors): string[] | null {
  const names = sharedNames(a, b)
  const numbers = [...a.numbers].filter((number) => b.numbers.has(number))
  const isSure = (of: Anchors) => [...of.names.values()].filter((name) => name.isSure).length
  // How much of what the one with fewer names has is in the other too.
  const coverage = names.length / Math.max(1, Math.min(isSure(a), isSure(b)))
  const differ = a.numbers.size > 0 && b.numbers.size > 0 && numbers.length === 0
  const enough =
    names.length >= 5 ||
    (names.length >= 3 && numbers.length >= 1) ||
    (names.length >= 3 && coverage >= 0.6 && !differ) ||
    (names.length >= 2 && numbers.length >= 1 && coverage >= 0.6)
  return enough ? [...names, ...numbers] : null
}

function sharedNames(a: Anchors, b: Anchors): string[] {
  const left = new Set(b.names.values())
  const shared: string[] = []
  for (const [key, own] of a.names) {
    const same = b.names.get(key)
    const found = same && left.has(same) ? same : [...left].find((theirs) => areAlike(own, theirs))
    if (!found) continue
    left.delete(found)
    shared.push(own.written)
  }
  return shared
}

/** Whether two spellings, in two alphabets and with endings of their own, may be of one name. */
function areAlike(a: Name, b: Name): boolean {
  const beginsAlike =
    a.consonants[0] === b.consonants[0] && /^[aeiou]/.test(a.plain) === /^[aeiou]/.test(b.plain)
  // Case endings have two consonants at most.
  if (!beginsAlike || Math.abs(a.consonants.length - b.consonants.length) > 2) return false
  const length = Math.min(a.consonants.length, b.consonants.length)
  if (length < 2) return false
  const [one, other] = [a.consonants.slice(0, 4), b.consonants.slice(0, 4)]
  if (length >= 4) return isOneEditAway(one, other)
  if (length === 3) return one.slice(0, 3) === other.slice(0, 3)
  return one.slice(0, 2) === other.slice(0, 2) && a.plain.slice(0, 3) === b.plain.slice(0, 3)
}

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

const cyrillic: Record<string, string> = Object.fromEntries(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e є:e ё:e э:e ж:s з:s и:i і:i ї:i й:i ы:i к:k л:l м:m н:n о:o п:p ' +
    'р:r с:s т:t у:u ў:u ф:f х:k ц:s ч:s ш:s щ:s ь: ъ: ю:u я:a'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
)

/**
 * A name in plain Latin letters, hissing ones alike, so that `Зеленського` and `Zelensky` meet (after
 * Soundex, Russell 1918).
 */
function nameOf(word: string, isSure: boolean): Name {
  const plain = word
    .toLowerCase()
    .replace(/\p{Script=Cyrillic}+/gu, (run) =>
      [...run.replace(/дж/g, 'ж').replace(/ьо|йо/g, 'о')]
        .map((letter) => cyrillic[letter] ?? 'a')
        .join(''),
    )
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/sch|tch|sh|ch|zh|ts|cz|sz/g, 's')
    .replace(/kh|ck|x|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/w/g, 'v')
    .replace(/[zj]/g, 's')
    .replace(/c/g, 'k')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
    .replace(/([aeiou])[aeiou]+/g, '$1')
    .replace(/(.)\1+/g, '$1')
  return {
    written: word,
    plain,
    consonants: plain.replace(/[^bvgdsklmnprtf]/g, '').replace(/(.)\1+/g, '$1'),
    isSure,
  }
}

/** Four consonants, since case endings come after; a name of two is known by its vowels too. */
function keyOf({ plain, consonants }: Name): string | null {
  if (consonants.length >= 3) return consonants.slice(0, 4)
  return consonants.length === 2 ? `~${plain.slice(0, 3)}` : null
}

import { consonantsOf, latinSpelling } from '../latin-spelling.ts'

/** A name as it sounds, the same in Latin and Cyrillic letters, without its ending. */
export function soundOf(stem: string): string {
  const heard = isCyrillic(stem) ? stem.replaceAll('х', 'г') : heardInLatin(stem)
  return withoutEnd(latinSpelling(heard))
}

/** h as г, which it is in Ukrainian, where it is heard: Luhansk, Kharkiv, but Johnson. */
function heardInLatin(stem: string): string {
  const letters = stem.replace(/y(?=[aeou])|(?<=[iy])j$/g, '')
  return letters.includes('h') ? letters.replace(heardH, 'g') : letters
}

const heardH = /kh|(?<![bcdgkpstwz])h(?=[aeiouy])|^h(?=[lmnr])/g

/** Without the vowel at its end, and as its other cases have it: Lviv, Львова. */
function withoutEnd(sound: string): string {
  return sound.replace(/[aeiou]$/, '').replace(/(?<=..)iv$/, 'ov')
}

/** A name as it sounds, and as it may: an h behind a vowel is heard in Bohdan, but not in Johnson. */
function soundsOf(stem: string): string[] {
  const other = isCyrillic(stem)
    ? stem.replace(/(?<=[аеєиіїоуюяэы])[гх](?![аеєиіїоуюяэы])/, '')
    : stem.replace(/(?<=[aeiouy])h(?![aeiouy])/, 'kh')
  return other === stem ? [soundOf(stem)] : [soundOf(stem), soundOf(other)]
}

/** The consonants by which words that sound alike are looked up; the beginning of what has too few. */
export function soundKey(sound: string): string {
  const consonants = consonantsOf(sound)
  return (consonants.length > 1 ? consonants : sound).slice(0, 6)
}

/** A stem as names are compared by it. */
export type HeardName = {
  isCyrillic: boolean
  /** Whether it begins as Yana, Яна does. */
  isSoft: boolean
  spelling: string
  sounds: readonly string[]
}

export function heardName(stem: string): HeardName {
  return {
    isCyrillic: isCyrillic(stem),
    isSoft: /^[yяюєїё]/.test(stem),
    spelling: spellingOf(stem),
    sounds: soundsOf(stem),
  }
}

/** The keys by which a name is looked up. The stem of another alphabet may have lost its end: Paris, Харкові. */
export function keysOfName({ isCyrillic, sounds }: HeardName): string[] {
  const end = isCyrillic ? /s$/ : /ov$/
  return sounds.flatMap((sound) => [sound, sound.replace(end, '')]).map(soundKey)
}

/** Whether two stems are of one name. */
export function isSameName(one: string, other: string): boolean {
  return isSame(heardName(one), heardName(other))
}

/**
 * In one alphabet names are spelt nearly alike (Zelensky, Selenskyj). In two they sound the same, or differ in a
 * vowel, which every alphabet hears in its own way (Trump, Трамп; Biden, Байден).
 */
export function isSame(one: HeardName, other: HeardName): boolean {
  if (one.isCyrillic === other.isCyrillic) {
    return one.spelling.length > 2 && one.spelling === other.spelling
  }
  const [latin, cyrillic] = one.isCyrillic ? [other, one] : [one, other]
  const shortest = latin.isSoft === cyrillic.isSoft ? 2 : 3
  return latin.sounds.some((a) =>
    cyrillic.sounds.some((b) => a.length >= shortest && soundsSame(a, b)),
  )
}

function soundsSame(latin: string, cyrillic: string): boolean {
  if (latin === cyrillic) return true
  if (latin.length !== cyrillic.length || latin.length < 4) return false
  const others = [...latin].flatMap((letter, i) =>
    letter === cyrillic[i] ? [] : `${letter}${cyrillic[i]}`,
  )
  // Musk, Маск; in longer names any vowel.
  const vowels = latin.length === 4 ? /^ua$/ : /^[aeiou]{2}$/
  return others.length === 1 && vowels.test(others[0] ?? '')
}

/** What is left of the ways to spell a name in one alphabet. */
function spellingOf(stem: string): string {
  const plain = isCyrillic(stem) ? plainCyrillic(stem) : plainLatin(stem)
  return plain.replace(/(.)\1+/g, '$1')
}

function plainCyrillic(stem: string): string {
  const plain = stem
    .replace(/[ьъ]/g, '')
    .replace(/[иїйы]/g, 'і')
    .replace(/[єэ]/g, 'е')
  // Гамас, Хамас: of so many letters they are hardly two.
  return plain.length > 4 ? plain.replaceAll('х', 'г') : plain
}

function plainLatin(stem: string): string {
  return stem
    .replace(/tsch|sch|sz|cz|ph|kh|ck|[wyj]|z(?!h)/g, (letters) => latinLetters[letters] ?? letters)
    .replace(/i+e?(?=v$)/, 'i')
    .replace(/(?<=..)iv$/, 'ov')
    .replace(/(?<=[aeiou])h$/, '')
}

const latinLetters: Record<string, string> = {
  tsch: 'ch',
  sch: 'sh',
  sz: 'sh',
  cz: 'ch',
  ph: 'f',
  kh: 'h',
  ck: 'k',
  w: 'v',
  z: 's',
  y: 'i',
  j: 'i',
}

const isCyrillic = (word: string) => /^\p{Script=Cyrillic}/u.test(word)

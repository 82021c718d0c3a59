import { consonantsOf, latinSpelling } from '../latin-spelling.ts'

/** A name as it sounds, the same in Latin and Cyrillic letters, without its ending. */
export function soundOf(stem: string): string {
  const sound = latinSpelling(stem.replace(/y(?=[aeou])|(?<=[iy])j$/g, ''))
  return /[aeiou]/.test(sound.charAt(sound.length - 1)) ? sound.slice(0, -1) : sound
}

/** The consonants by which words that sound alike are looked up; the beginning of what has too few. */
export function soundKey(sound: string): string {
  const consonants = consonantsOf(sound)
  return (consonants.length > 1 ? consonants : sound).slice(0, 6)
}

/**
 * Whether two stems are of one name: they sound the same, or differ in a vowel, which every alphabet hears
 * in its own way (Trump, Трамп; Biden, Байден).
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [soundOf(one), soundOf(other)]
  if (a === b) return a.length > 2
  if (isCyrillic(one) === isCyrillic(other) || a.length !== b.length || a.length < 5) return false
  const others = [...a].flatMap((letter, i) => (letter === b[i] ? [] : `${letter}${b[i]}`))
  return others.length === 1 && /^[aeiou]{2}$/.test(others[0] ?? '')
}

const isCyrillic = (word: string) => /^\p{Script=Cyrillic}/u.test(word)

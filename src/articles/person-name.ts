import { foldSpace } from '../text/space.ts'
import { bylineJoint, bylineStart, noPerson, personTitle, role } from './byline-words.ts'

const particle = `(?:de|del|della|di|da|dos|das|do|du|van|von|vom|zum|zur|der|den|het|ten|la|le|al|el|bin|ibn|ter|te|zu|af|av|y|e)`
const joined = `(?:['’ʼ\`-]\\p{Lu}?[\\p{L}\\p{M}]+)*`
// `Ada`, `DeShawn`, `O’Brien`, `A`, `J.K.`
const nameWord = `(?:\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*|\\p{Lu}(?:[\\p{Lu}\\p{M}]{0,3}\\p{Ll}[\\p{L}\\p{M}]*)?(?![\\p{Lu}\\p{Ll}])${joined}|\\p{Lu}['’]\\p{Lu}\\p{Ll}+)`
// `John Marsh Jr.`, `John Marsh III`
const generation = `(?:(?<=\\s[JS]r)\\.|\\sI{2,3}\\b)?`

// One pattern for all uses: with so many classes of letters it takes long to compile.
const nameAtStart = new RegExp(
  `^(?:${particle}\\s)?${nameWord}(?:\\s(?:${particle}\\s){0,2}${nameWord}){1,3}${generation}`,
  'u',
)
const afterName = /^(?:$|[\s,;:.(|·•/–—-]+(?:\P{L}|\p{Ll})|\s*[,;:(|·•/–—])/u
const capitals = /^\p{Lu}[\p{Lu}\p{M}'’ʼ.-]+(?:\s\p{Lu}[\p{Lu}\p{M}'’ʼ.-]*){1,3}$/u
// A surname in capitals beside a first name, with a vowel, as the letters of an agency seldom have.
const shoutedWord =
  /(?<![\p{L}\p{M}'’-])(?=[^\s]*[AEIOUYÀ-ÝАЕЄИІЇОУЮЯЫЭ])\p{Lu}[\p{Lu}\p{M}'’-]{2,}(?![\p{L}\p{M}])/gu
const singleName = /^\p{Lu}\p{Ll}[\p{Ll}\p{M}]{1,19}$/u
// Names in scripts without capitals are told by their length alone.
const unspacedName =
  /^(?:[\p{Script=Han}々]{2,4}|[\p{Script=Han}々]{1,3}[\s　][\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}]{1,4}|\p{Script=Hangul}{2,4})$/u

/** The person's name of two to five words that a text begins with, or null. */
export function leadingName(text: string): string | null {
  return nameAtStart.exec(text.slice(0, 100))?.[0] ?? null
}

/** Whether a text is a person's name and nothing else. */
export function isPersonName(text: string): boolean {
  if (text.length > 60) return false
  if (noPerson.test(text) || role.test(text)) return false
  return leadingName(text) === text || capitals.test(text)
}

/**
 * Whether a text is a name of one word, or in a script without capitals: many are, and many other words
 * look like them, so this holds only where something marks them as a person's.
 */
export function isShortName(text: string): boolean {
  return (
    (singleName.test(text) && !noPerson.test(text) && !role.test(text)) || unspacedName.test(text)
  )
}

/** Whether a text names an office and nobody in person, though it stands where names stand. */
export function isRole(text: string): boolean {
  return role.test(text)
}

/**
 * The persons that a byline or an author field names: without `By`, titles, roles and places, split at
 * commas and `and`. Names in capitals are given their usual case. `isMarked` is for what is marked as
 * a person's name, which may be a short one.
 */
export function personNames(byline: string, { isMarked = false } = {}): string[] {
  const plain = foldSpace(byline)
    .slice(0, 300)
    .replace(/,\s*(?=(?:Jr|Sr)\b)/g, ' ')
  const parts = plain.replace(bylineStart, '').split(bylineJoint).map(nameIn)
  const names = parts.filter(
    (name) => isPersonName(name) || (isMarked && parts.length === 1 && isShortName(name)),
  )
  return [...new Set(names)].slice(0, 8)
}

/** The whole of a part, or what stands before its small words: `Ada Marsh shows all posts`. */
function nameIn(part: string): string {
  const plain = part
    .replace(bylineStart, '')
    .replace(/\s*\([^)]*\)?$/, '')
    .replace(personTitle, '')
    .trim()
  const name = usualCase(plain)
  if (isPersonName(name)) return name
  const start = leadingName(name)
  if (!start || /['’]s$/.test(start)) return name
  return afterName.test(name.slice(start.length)) ? start : name
}

/** Whether a line begins as a byline does. */
export function startsLikeByline(line: string): boolean {
  return bylineStart.test(`${line} `)
}

function usualCase(name: string): string {
  const small = (word: string) => (word[0] ?? '') + word.slice(1).toLowerCase()
  if (!capitals.test(name)) {
    return /\p{Ll}{2}/u.test(name)
      ? name.replace(shoutedWord, (word) => word.replace(/\p{L}[\p{L}\p{M}]*/gu, small))
      : name
  }
  if (name.replace(/[^\p{Lu}]/gu, '').length < 6) return name
  return name.replace(/\p{L}[\p{L}\p{M}]*/gu, small)
}

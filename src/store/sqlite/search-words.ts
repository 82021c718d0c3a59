import { distance } from '../../text/search/distance.ts'
import { foldWord } from '../../text/search/fold.ts'
import { heardName, isSame, keysOfName, soundKey, soundOf } from '../../text/search/sound.ts'
import { stemsIn } from '../../text/search/stems.ts'
import { openName, ukrainianForms } from '../../text/search/ukrainian.ts'
import type { Database } from '../tables.ts'
import { index } from './search-schema.ts'

/** So many words that begin alike are looked for, those that are met most often. */
const mostBeginnings = 64
const mostAlike = 500

/** The languages of the articles in the index. */
export async function indexedLanguages(db: Database): Promise<string[]> {
  const rows = await index(db).selectFrom('article_search_language').select('code').execute()
  return rows.map(({ code }) => code)
}

/**
 * The stems under which a folded word is found in any of its forms, and a name in any of its spellings.
 * `isKnown` says that there are such words.
 */
export async function stemsOfWord(
  db: Database,
  word: string,
  languages: readonly string[],
): Promise<{ stems: Set<string>; isKnown: boolean }> {
  const stems = new Set<string>()
  for (const form of [word, openName(word), ...ukrainianForms(word)]) {
    for (const stem of stemsIn(form, languages)) stems.add(stem)
  }
  const met = await index(db)
    .selectFrom('article_search_stem')
    .select(['stem', 'capital', 'small'])
    .where('stem', 'in', [...stems])
    .execute()
  const found = new Set(met.map(({ stem }) => stem))
  // What is no name to this archive is none in other letters; numbers are not among the stems.
  if (met.every(isName)) for (const stem of await stemsOfName(db, stems)) found.add(stem)
  return { stems: found.size > 0 ? found : stems, isKnown: found.size > 0 }
}

/** The stems of names that are spelt otherwise: Zelenskyy, Зеленський. */
async function stemsOfName(db: Database, stems: ReadonlySet<string>): Promise<Set<string>> {
  const asked = Array.from(stems, heardName)
  const rows = await index(db)
    .selectFrom('article_search_stem')
    .select(['stem', 'shown', 'capital', 'small'])
    .where('sound', 'in', [...new Set(asked.flatMap(keysOfName))])
    .limit(mostAlike)
    .execute()
  const alike = rows.filter((row) => {
    if (!isName(row)) return false
    const names = namesOf(row).map(heardName)
    return asked.some((one) => names.some((name) => isSame(one, name)))
  })
  return new Set(alike.map(({ stem }) => stem))
}

/** The stem of a name, and the name where the end that it has lost is its own: Paris, Харкові. */
function namesOf({ stem, shown }: { stem: string; shown: string }): string[] {
  const word = foldWord(shown)
  if (word === `${stem}s`) return [stem, word]
  return word === `${stem}ові` ? [stem, `${stem}ов`] : [stem]
}

/** Other words are written in small letters at times. */
function isName({ capital, small }: { capital: number; small: number }): boolean {
  return capital > 2 * small
}

/**
 * The stems of the words that begin so; of very many those that are met most often (`isCut`). A stem may be
 * shorter than the beginning of a word of it.
 */
export async function stemsOfBeginning(
  db: Database,
  beginning: string,
  languages: readonly string[],
): Promise<{ stems: Set<string>; isCut: boolean }> {
  const shorter = [1, 2, 3].map((cut) => beginning.slice(0, -cut))
  const rows = await index(db)
    .selectFrom('article_search_stem')
    .select('stem')
    .where('stem', '>=', beginning)
    .where('stem', '<', `${beginning}\u{10ffff}`)
    .orderBy((e) => e('capital', '+', e.ref('small')), 'desc')
    .limit(mostBeginnings)
    .execute()
  const whole = await index(db)
    .selectFrom('article_search_stem')
    .select('stem')
    .where('stem', 'in', [
      ...stemsIn(beginning, languages),
      ...shorter.filter(({ length }) => length > 2),
    ])
    .execute()
  const stems = new Set([...rows, ...whole].map(({ stem }) => stem))
  return { stems, isCut: rows.length === mostBeginnings }
}

/** A slip in a short word makes another word of it. */
const shortest = 4
/** A stem says less than the word. */
const shortestStem = 5
const mostMeant = 3

/** Words of the index that are spelt nearly like a folded one, as they are written, the likeliest first. */
export async function wordsLike(
  db: Database,
  word: string,
  languages: readonly string[],
): Promise<string[]> {
  if (word.length < shortest) return []
  const stems = [...stemsIn(word, languages)]
  const keys = new Set(stems.flatMap((stem) => keysNear(soundKey(soundOf(stem)))))
  const rows = await index(db)
    .selectFrom('article_search_stem')
    .select((e) => ['stem', 'shown', e('capital', '+', e.ref('small')).as('met')])
    .where('sound', 'in', [...keys])
    .execute()
  const long = stems.filter(({ length }) => length >= shortestStem)
  return rows
    .map(({ stem, shown, met }) => {
      const ofStems = stem.length < shortestStem ? [] : long.map((each) => slips(each, stem))
      const other = foldWord(shown)
      return {
        ...{ shown, met, more: Math.abs(other.length - word.length) },
        slips: Math.min(slips(word, other), ...ofStems),
      }
    })
    .filter((row) => row.slips > 0 && row.slips < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.slips - b.slips || a.more - b.more || b.met - a.met)
    .slice(0, mostMeant)
    .map(({ shown }) => shown)
}

/** How many slips make one word of the other; infinitely many where they are words of their own. */
function slips(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  if (length < shortest) return Number.POSITIVE_INFINITY
  const most = length < 6 ? 1 : 2
  const found = distance(one, other, most)
  // Of the shortest a letter may be too much or in the wrong place, but hardly another.
  const isOther = length === shortest && one.length === length && other.length === length
  if (found > most || (isOther && lettersOf(one) !== lettersOf(other)))
    return Number.POSITIVE_INFINITY
  return found
}

const lettersOf = (word: string) => [...word].toSorted().join('')

const consonants = [...'bvgdsklmnprtf']

/** A key, and all that are one consonant away. */
function keysNear(key: string): string[] {
  const keys = new Set([key])
  const letters = [...key]
  for (let i = 0; i <= letters.length; i++) {
    const [head, tail] = [letters.slice(0, i), letters.slice(i)]
    keys.add([...head, ...tail.slice(1)].join(''))
    keys.add([...head, ...tail.slice(0, 2).toReversed(), ...tail.slice(2)].join(''))
    for (const other of consonants) {
      keys.add([...head, other, ...tail].join('').slice(0, 6))
      keys.add([...head, other, ...tail.slice(1)].join('').slice(0, 6))
    }
  }
  return [...keys]
}

import { distance } from '../../text/search/distance.ts'
import { isSameName, soundKey, soundOf } from '../../text/search/sound.ts'
import { stemIn, stemsIn } from '../../text/search/stems.ts'
import { openName, ukrainianForms } from '../../text/search/ukrainian.ts'
import type { Database } from '../tables.ts'
import { index } from './search-schema.ts'

/** So many words that begin alike are looked for, those that are met most often. */
const mostBeginnings = 128
const mostAlike = 500

/** The languages of the articles in the index. */
export async function indexedLanguages(db: Database): Promise<string[]> {
  const rows = await index(db).selectFrom('article_search_language').select('code').execute()
  return rows.map(({ code }) => code)
}

/** The stems under which a folded word is found in any of its forms, and a name in any of its spellings. */
export async function stemsOfWord(
  db: Database,
  word: string,
  languages: readonly string[],
): Promise<Set<string>> {
  const stems = stemsIn(word, languages)
  const open = openName(word)
  if (open !== word) for (const stem of stemsIn(open, languages)) stems.add(stem)
  const forms = [word, ...ukrainianForms(word)]
  const met = await index(db)
    .selectFrom('article_search_word')
    .select(['word', 'stem', 'capital', 'small'])
    .where('word', 'in', forms)
    .execute()
  for (const { stem } of met) stems.add(stem)
  const own = met.filter((row) => row.word === word)
  if (own.length === 0 || own.some(isName)) {
    for (const stem of await stemsOfName(db, stems)) stems.add(stem)
  }
  return stems
}

/** The stems of names that are spelt otherwise: Zelenskyy, Зеленський. */
async function stemsOfName(db: Database, stems: ReadonlySet<string>): Promise<Set<string>> {
  const rows = await index(db)
    .selectFrom('article_search_word')
    .select(['stem', 'capital', 'small'])
    .where('sound', 'in', [...new Set([...stems].map((stem) => soundKey(soundOf(stem))))])
    .limit(mostAlike)
    .execute()
  const alike = rows.filter(
    (row) => isName(row) && [...stems].some((stem) => isSameName(stem, row.stem)),
  )
  return new Set(alike.map(({ stem }) => stem))
}

/** Other words are written in small letters at times. */
function isName({ capital, small }: { capital: number; small: number }): boolean {
  return capital > 2 * small
}

/** The stems of the words that begin so; of very many those that are met most often. */
export async function stemsOfBeginning(db: Database, beginning: string): Promise<Set<string>> {
  const rows = await index(db)
    .selectFrom('article_search_word')
    .select('stem')
    .where('word', '>=', beginning)
    .where('word', '<', `${beginning}\u{10ffff}`)
    .orderBy((e) => e('capital', '+', e.ref('small')), 'desc')
    .limit(mostBeginnings)
    .execute()
  return new Set(rows.map(({ stem }) => stem))
}

/** A slip in a short word makes another word of it. */
const shortest = 4
const mostMeant = 3

/** The words of the index that are spelt nearly like a folded one, as they are written, the likeliest first. */
export async function wordsLike(db: Database, word: string): Promise<string[]> {
  if (word.length < shortest) return []
  const most = word.length < 6 ? 1 : 2
  const rows = await index(db)
    .selectFrom('article_search_word')
    .select((e) => ['word', 'shown', e('capital', '+', e.ref('small')).as('met')])
    .where('sound', 'in', keysNear(soundKey(soundOf(stemIn(word, null)))))
    .where('word', '!=', word)
    .execute()
  const near = rows
    .map((row) => ({ ...row, distance: distance(word, row.word, most) }))
    .filter((row) => row.distance <= most)
    .toSorted((a, b) => a.distance - b.distance || b.met - a.met)
  return [...new Map(near.map(({ word, shown }) => [word, shown])).values()].slice(0, mostMeant)
}

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

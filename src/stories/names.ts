import type { StoryArticle } from '../domain/story.ts'
import { countryNames } from './countries.ts'
import type { HeadlineLanguage } from './languages.ts'
import { tokensOf } from './words.ts'

/**
 * A word of a headline: `name` where its capital can mean nothing else, `maybe` where it can: in the
 * first word, in German, and in English headlines that write most words with capitals (`titled`).
 */
type Word = { stem: string; kind: 'name' | 'maybe' | 'titled' | 'other' }

/** What an article names: the words of its title in order, and all stems and names of title and lead. */
export type Named = { title: Word[]; stems: readonly string[]; names: readonly string[] }

// What is compared is bounded for hostile feeds: letters of a lead, words of a headline, names of both.
const maxLead = 600
const maxWords = 40
const maxNames = 40
const capitalNouns = new Set(['de', 'lb'])

/** Before a place, also in headlines that write most words with capitals. */
const places = new Set(['in', 'In', 'at', 'At', 'near', 'Near', 'off', 'Off'])

const countries = new Map<string, ReadonlySet<string>>()

/** Whether a stem is that of a country, by the names that Unicode CLDR has for them. */
function isCountry(stem: string, language: HeadlineLanguage): boolean {
  let known = countries.get(language.code)
  if (!known) {
    const names = [...countryNames(language.code).values()]
    known = new Set(names.map((name) => stemOf(name, language)))
    countries.set(language.code, known)
  }
  return known.has(stem)
}

/** What an article names; the capitals of its words say it. */
export function namedIn(
  article: Pick<StoryArticle, 'title' | 'lead'>,
  language: HeadlineLanguage,
): Named {
  // Numbers meet by chance: 2:1 and 1:3.
  const title = readWords(article.title.slice(0, 300), language)
    .filter(({ stem }) => !/^[\d.,]+$/.test(stem))
    .slice(0, maxWords)
  const lead = readWords((article.lead ?? '').slice(0, maxLead), language)
  const names = [...title, ...lead].filter(({ kind }) => kind === 'name')
  return {
    title,
    stems: [...new Set([...title, ...lead].map(({ stem }) => stem))],
    names: [...new Set(names.map(({ stem }) => stem))].slice(0, maxNames),
  }
}

function readWords(text: string, language: HeadlineLanguage): Word[] {
  const tokens = tokensOf(text)
  const isLarge = (word: string) => /^\p{Lu}/u.test(word)
  const inside = tokens.filter(({ word, opens }) => !opens && /^\p{L}{4}/u.test(word))
  const large = inside.filter(({ word }) => isLarge(word)).length
  const isTitled = language.code === 'en' && large > 2 && large > inside.length * 0.6
  const { stopWords, code } = language
  return tokens.map(({ word, opens }, i): Word => {
    const lower = word.toLowerCase()
    const known = stemOf(lower, language)
    const isName = isLarge(word) && !stopWords.has(lower)
    if (!isName) return { stem: known, kind: 'other' }
    // A road or a flight: A12.
    if (/\d/.test(word) || isCountry(known, language)) return { stem: known, kind: 'name' }
    if (opens || capitalNouns.has(code)) return { stem: known, kind: 'maybe' }
    const isTitledWord = isTitled && !places.has(tokens[i - 1]?.word ?? '')
    return { stem: known, kind: isTitledWord ? 'titled' : 'name' }
  })
}

function stemOf(word: string, { stem, stemLength }: HeadlineLanguage): string {
  return stem(word.toLowerCase()).slice(0, stemLength)
}

/**
 * Whether two articles report two events, whatever words they share: where one has a name the
 * other has another, and the names of the two have nothing in common ("Fire destroys school in Lyon",
 * "... in Porto").
 */
export function nameOthers(a: Named, b: Named): boolean {
  const gaps = gapsBetween(a.title, b.title)
  const same = a.title.length - gaps.reduce((sum, { own }) => sum + own.length, 0)
  if (same < 2 || same * 2 < Math.min(a.title.length, b.title.length)) return false
  const [first] = gaps
  // One name in the place of another says enough, whatever else is named.
  if (first && gaps.length === 1 && isName(first.own) && isName(first.theirs))
    return haveOthers(first, a, b, ['name'])
  if (shareNames(a, b)) return false
  // The same words but for a few in the same places: there the first word may be a name too.
  const isPure = gaps.every(
    ({ own, theirs }) => own.length > 0 && theirs.length > 0 && own.length + theirs.length <= 6,
  )
  const kinds: Word['kind'][] = isPure ? ['name', 'maybe', 'titled'] : ['name']
  return gaps.some((gap) => haveOthers(gap, a, b, kinds))
}

const isName = (words: Word[]) => words.length <= 2 && words.every(({ kind }) => kind === 'name')

/** Whether both sides of a gap have names that the other article does not have. */
function haveOthers({ own, theirs }: Gap, a: Named, b: Named, kinds: Word['kind'][]): boolean {
  const hasNew = (words: Word[], other: Named) =>
    words.some(({ stem, kind }) => kinds.includes(kind) && !isAmong(stem, other.stems))
  return hasNew(own, b) && hasNew(theirs, a)
}

function shareNames(a: Named, b: Named): boolean {
  if (a.names.some((name) => isAmong(name, b.stems))) return true
  if (b.names.some((name) => isAmong(name, a.stems))) return true
  const titled = (named: Named) =>
    named.title.filter(({ kind }) => kind === 'titled').map(({ stem }) => stem)
  const theirs = titled(b)
  return titled(a).some((stem) => isAmong(stem, theirs))
}

/** Case endings that a stemmer leaves make one stem the beginning of another. */
function isAmong(stem: string, stems: readonly string[]): boolean {
  return stems.some(
    (other) =>
      other === stem ||
      (Math.min(stem.length, other.length) >= 3 &&
        (other.startsWith(stem) || stem.startsWith(other))),
  )
}

/** What stands between words that two headlines have in common. */
type Gap = { own: Word[]; theirs: Word[] }

/** The gaps beside the longest common subsequence of two headlines. */
function gapsBetween(a: Word[], b: Word[]): Gap[] {
  const width = b.length + 1
  const longest = new Uint8Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i]?.stem === b[j]?.stem ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const gaps: Gap[] = []
  let [i, j, ownFrom, theirsFrom] = [0, 0, 0, 0]
  const close = (ownTo: number, theirsTo: number) => {
    const gap = { own: a.slice(ownFrom, ownTo), theirs: b.slice(theirsFrom, theirsTo) }
    if (gap.own.length + gap.theirs.length > 0) gaps.push(gap)
  }
  while (i < a.length && j < b.length) {
    if (a[i]?.stem === b[j]?.stem) {
      close(i++, j++)
      ownFrom = i
      theirsFrom = j
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  close(a.length, b.length)
  return gaps
}

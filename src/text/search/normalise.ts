import { randomInt } from 'node:crypto'
import { languageOf } from '../languages.ts'
import { letterPairs, unspaced } from '../words.ts'
import { foldWord } from './fold.ts'
import { createFormTable, type Form, type ToForms } from './form-table.ts'
import type { MetStems } from './met-stems.ts'
import { stemmerFor } from './stems.ts'
import { openName } from './ukrainian.ts'

/** Brings texts into the words by which they are found. */
export type Normaliser = {
  /** The words of a text in order, parted by spaces; `language` is a BCP 47 tag. */
  words(text: string, language: string | null): string
}

// A longer text is a list of something.
const longestText = 200_000
const mostTags = 100

/** Words are counted in `stems`; so many are kept (a power of two). */
export function createNormaliser({ stems, kept }: { stems?: MetStems; kept: number }): Normaliser {
  const formsOf = createFormTable(stems?.count, kept)
  // Nobody can write words that are taken for each other.
  const secret = randomInt(2 ** 30)
  const byCode = new Map<string, ToForms>()
  const byTag = new Map<string | null, ToForms>()
  const formsFor = (tag: string | null): ToForms => {
    // Feeds may call a language anything: all that are not known are one.
    const { code } = languageOf(tag)
    const toForms = byCode.get(code) ?? formsOf(secret + byCode.size, formsIn(code))
    byCode.set(code, toForms)
    if (byTag.size < mostTags) byTag.set(tag, toForms)
    return toForms
  }
  return {
    words(text, language) {
      const toForms = byTag.get(language) ?? formsFor(language)
      return toForms(text.slice(0, longestText))
    },
  }
}

function formsIn(language: string): (written: string) => Form {
  const stem = stemmerFor(language)
  return (written) => {
    const word = foldWord(written)
    const isPlain = plainLetters.test(word)
    if (!isPlain && unspaced.test(word)) {
      return { tokens: runsOf(word).flatMap(tokensOfRun).join(' '), isWord: false }
    }
    // Only a name may end so in its own right: гір, героїв.
    const isName = word.endsWith('в') && /^\p{Lu}.*[ії]в$/u.test(written)
    return {
      tokens: stem(isName ? openName(word) : word),
      // Neither very short nor endless.
      isWord: word.length > 2 && word.length < 40 && (isPlain || letters.test(word)),
    }
  }
}

const letters = /^\p{L}+$/u
/** Most words are of these, which is told sooner. */
const plainLetters = /^(?:[a-z]+|[а-яіїє]+)$/

/** Runs of letters that are written without spaces between words, and what stands between them. */
export function runsOf(word: string): string[] {
  return word.match(runs) ?? []
}

const runs = new RegExp(`(?:${unspaced.source})+|(?:(?!${unspaced.source}).)+`, 'gu')

/** The last letter stands alone, so that each of them begins a token. */
function tokensOfRun(run: string): string[] {
  if (!unspaced.test(run)) return [run]
  const last = [...run].at(-1) ?? ''
  return run === last ? [last] : [...letterPairs(run), last]
}

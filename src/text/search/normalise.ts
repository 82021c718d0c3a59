import { languageOf } from '../languages.ts'
import { letterPairs, unspaced } from '../words.ts'
import { foldWord } from './fold.ts'
import { soundKey, soundOf } from './sound.ts'
import { stemIn } from './stems.ts'
import { openName } from './ukrainian.ts'
import { wordsIn } from './words-in.ts'

/** A stem as texts have it, for those who ask for it otherwise or with a slip. */
export type MetStem = {
  stem: string
  /** By which words that sound alike are found. */
  sound: string
  /** Whether it was written with a capital. */
  isCapital: boolean
  /** A word of it, as it was written. */
  shown: string
}

/** Brings texts into the words by which they are found. */
export type Normaliser = {
  /** The words of a text in order, parted by spaces; `language` is a BCP 47 tag. */
  words(text: string, language: string | null): string
  /** One word of a text, which may become several. */
  word(written: string, language: string | null): string
  /** The stems that were met for the first time in a while since the last call. */
  takeMet(): MetStem[]
  /** Forgets all words, so that they are met again. */
  forget(): void
}

/** Stemming costs more than all else, and news repeats its words: so many of a language are kept, twice. */
const mostKept = 100_000
/** And so many stems. */
const mostStems = 50_000
// A longer text is a list of something.
const longestText = 200_000

export function createNormaliser(): Normaliser {
  const languages = new Map<string, Kept<string>>()
  const capitals = createKept<true>(mostStems)
  const smalls = createKept<true>(mostStems)
  let met: MetStem[] = []
  // Feeds may call a language anything: all that are not known are one.
  const keptOf = (code: string): Kept<string> => {
    const kept = languages.get(code) ?? createKept<string>(mostKept)
    if (!languages.has(code)) languages.set(code, kept)
    return kept
  }
  const tokensOf = (written: string, code: string, kept: Kept<string>): string => {
    const known = kept.get(written)
    if (known !== undefined) return known
    const { word, tokens } = formOf(written, code)
    kept.set(written, tokens)
    if (isWord(word)) {
      const isCapital = /^\p{Lu}/u.test(written)
      const stems = isCapital ? capitals : smalls
      if (!stems.get(tokens)) {
        stems.set(tokens, true)
        met.push(asMet(written, tokens, isCapital))
      }
    }
    return tokens
  }
  return {
    words(text, language) {
      const { code } = languageOf(language)
      const kept = keptOf(code)
      return wordsIn(text.slice(0, longestText))
        .map((written) => tokensOf(written, code, kept))
        .join(' ')
    },
    word(written, language) {
      const { code } = languageOf(language)
      return tokensOf(written, code, keptOf(code))
    },
    takeMet() {
      const taken = met
      met = []
      return taken
    },
    forget() {
      languages.clear()
      capitals.clear()
      smalls.clear()
      met = []
    },
  }
}

/** What was met of late: when it is full, what was not asked for since it was last so goes. */
type Kept<Value> = {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  clear(): void
}

function createKept<Value>(most: number): Kept<Value> {
  let recent = new Map<string, Value>()
  let older = new Map<string, Value>()
  const set = (key: string, value: Value) => {
    if (recent.size >= most) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
  }
  return {
    get(key) {
      const known = recent.get(key)
      if (known !== undefined) return known
      const earlier = older.get(key)
      if (earlier !== undefined) set(key, earlier)
      return earlier
    },
    set,
    clear() {
      recent = new Map()
      older = new Map()
    },
  }
}

type Form = { word: string; tokens: string }

function formOf(written: string, language: string): Form {
  const word = foldWord(written)
  if (unspaced.test(word)) return { word, tokens: runsOf(word).flatMap(tokensOfRun).join(' ') }
  // Only a name may end so in its own right: гір, героїв.
  const base = /^\p{Lu}.*[ії]в$/u.test(written) ? openName(word) : word
  return { word, tokens: stemIn(base, language) }
}

/** A word that may be asked for in other forms: of letters, and neither very short nor endless. */
function isWord(word: string): boolean {
  return word.length > 2 && word.length < 40 && /^\p{L}+$/u.test(word) && !unspaced.test(word)
}

function asMet(written: string, stem: string, isCapital: boolean): MetStem {
  const sound = soundKey(soundOf(stem))
  return { stem, sound, isCapital, shown: written.replace(/\p{Cf}/gu, '') }
}

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

import { languageOf } from '../languages.ts'
import { letterPairs, unspaced } from '../words.ts'
import { foldWord } from './fold.ts'
import { soundKey, soundOf } from './sound.ts'
import { stemIn } from './stems.ts'
import { openName } from './ukrainian.ts'
import { wordsIn } from './words-in.ts'

/** A word as texts have it, for those who ask for it in another form or with a slip. */
export type MetWord = {
  /** Folded. */
  word: string
  stem: string
  /** By which words that sound alike are found. */
  sound: string
  /** Whether it was written with a capital. */
  isCapital: boolean
  /** As it was written. */
  shown: string
}

/** Brings texts into the words by which they are found. */
export type Normaliser = {
  /** The words of a text in order, parted by spaces; `language` is a BCP 47 tag. */
  words(text: string, language: string | null): string
  /** One word of a text, which may become several. */
  word(written: string, language: string | null): string
  /** The words that were met for the first time in a while since the last call. */
  takeMet(): MetWord[]
  /** Forgets all words, so that they are met again. */
  forget(): void
}

/** Stemming costs more than all else, and news repeats its words: so many of a language are kept, twice. */
const mostKept = 50_000
// A longer text is a list of something.
const longestText = 200_000

/** The words of one language that were met, with their tokens; the older ones go first. */
type Kept = { recent: Map<string, string>; older: Map<string, string> }

export function createNormaliser(): Normaliser {
  const languages = new Map<string, Kept>()
  let met: MetWord[] = []
  // Feeds may call a language anything: all that are not known are one.
  const keptOf = (code: string): Kept => {
    const kept = languages.get(code) ?? { recent: new Map(), older: new Map() }
    if (!languages.has(code)) languages.set(code, kept)
    return kept
  }
  const tokensOf = (written: string, code: string, kept: Kept): string => {
    const known = kept.recent.get(written)
    if (known !== undefined) return known
    const earlier = kept.older.get(written)
    const form = earlier === undefined ? formOf(written, code) : null
    if (form && isWord(form.word)) met.push(asMet(written, form))
    if (kept.recent.size >= mostKept) {
      kept.older = kept.recent
      kept.recent = new Map()
    }
    const tokens = form?.tokens ?? earlier ?? ''
    kept.recent.set(written, tokens)
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
      met = []
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

function asMet(written: string, { word, tokens: stem }: Form): MetWord {
  return {
    word,
    stem,
    sound: soundKey(soundOf(stem)),
    isCapital: /^\p{Lu}/u.test(written),
    shown: written.replace(/\p{Cf}/gu, ''),
  }
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

import { type Language, languageCode, languageOf } from '../languages.ts'
import { irregularForms } from './irregular-forms.ts'
import { englishStem, frenchStem, slavicStems, spanishStem, ukrainianStem } from './light-stems.ts'

type Stem = Language['stem']

/** Languages of which search knows more than the stemmer that all share. */
const stemmers: Record<string, (stem: Stem) => Stem> = {
  uk: () => ukrainianStem,
  en: (stem) => (word) => englishStem(word, stem),
  es: () => spanishStem,
  de: (stem) => (word) => stem(word.replace(/(?<=..[er][lr])n$/, '')),
  fr: (stem) => (word) => frenchStem(word, stem),
}

const known = new Map<string, Stem>()

function stemmerOf(code: string): Stem {
  const kept = known.get(code)
  if (kept) return kept
  const { stem, ...language } = languageOf(code)
  const regular = stemmers[code]?.(stem) ?? stem
  const irregular = irregularForms(code)
  const own: Stem = irregular.size === 0 ? regular : (word) => regular(irregular.get(word) ?? word)
  if (language.code !== '') known.set(code, own)
  return own
}

const cyrillic = new Set(['uk', 'ru', 'bg'])
const slavic = new Set([...cyrillic, 'pl', 'cs', 'sk', 'sl', 'hr'])
const others = new Set(['ar', 'el', 'ja', 'zh'])

/**
 * What finds the stem of a folded word in a text of this language (BCP 47). A word of another alphabet is
 * taken for an English or a Ukrainian one.
 */
export function stemmerFor(language: string | null): Stem {
  const code = languageCode(language)
  const own = stemmerOf(code)
  const ofCyrillic = cyrillic.has(code) ? own : stemmerOf('uk')
  const ofLatin = cyrillic.has(code) || others.has(code) ? stemmerOf('en') : own
  return (word) => {
    // From a to z: sooner than by an expression.
    if (word >= 'a' && word < '{') return ofLatin(word)
    return (/^\p{Script=Cyrillic}/u.test(word) ? ofCyrillic : own)(word)
  }
}

/**
 * Every stem that a folded word may have in texts of these languages, and the word itself. What is no
 * stem at all is found nowhere.
 */
export function stemsIn(word: string, languages: Iterable<string>): Set<string> {
  const stems = new Set([word])
  for (const language of ['en', 'uk', ...languages]) {
    const stemmer = stemmerFor(language)
    const stem = stemmer(word)
    // Stemmers take one ending off at a time: países, país, whose s is no ending.
    stems.add(stem).add(stemmer(stem))
    if (slavic.has(language)) for (const other of slavicStems(stem)) stems.add(other)
  }
  return stems
}

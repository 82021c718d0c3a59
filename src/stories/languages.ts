import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import stopword from 'stopword'

/** How the words of a language are reduced to stems, and which of them say nothing. */
export type Language = {
  code: string
  stem: (word: string) => string
  /** Letters of a stem that count. */
  stemLength: number
  stopWords: Set<string>
}

// The first letters of a stem meet forms that stemmers leave apart (announced, announcement; города,
// городской). Languages that write compounds as one word need more of them.
const prefix = 5
const compoundPrefix = 8
const compounding = new Set(['de', 'nl', 'sv'])

const language = (code: string, stem: (word: string) => string, stopWords: string[]): Language => ({
  code,
  stem,
  stemLength: compounding.has(code) ? compoundPrefix : prefix,
  stopWords: new Set(stopWords.flatMap((word) => word.toLowerCase().split(/[’'ʼ]/))),
})

const en = language('en', english, stopword.eng)
const uk = language('uk', ukrainian, stopword.ukr)
const ru = language('ru', russian, stopword.rus)
const latin: Language[] = [
  en,
  language('de', german, stopword.deu),
  language('es', spanish, stopword.spa),
  language('fr', french, stopword.fra),
  language('it', italian, stopword.ita),
  language('nl', dutch, stopword.nld),
  language('pl', (word) => word, stopword.pol),
  language('pt', portuguese, stopword.por),
  language('ro', romanian, stopword.ron),
  language('sv', swedish, stopword.swe),
  language('tr', turkish, stopword.tur),
]
const known = new Map([...latin, uk, ru].map((each) => [each.code, each]))
const other = language('', (word) => word, [])

/**
 * The language of an article: the declared one (a tag such as `en-GB`) where we know it, else by the
 * letters and the stop words of its words in lower case. Unknown languages keep their words whole.
 */
export function languageOf(declared: string | null, words: string[]): Language {
  const code = declared?.toLowerCase().split(/[-_]/)[0]
  if (code) return known.get(code) ?? { ...other, code, stemLength: compoundPrefix }
  const text = words.join(' ')
  if (/[а-яіїєґ]/.test(text)) {
    // A headline may have no letter of its own language; Ukrainian ones seldom do without і.
    return /[іїєґ]/.test(text) || !/[ыэёъ]/.test(text) ? uk : ru
  }
  if (!/[a-z]/.test(text)) return other
  // English wins a tie: names and borrowed words say nothing of the language.
  let best = { language: en, hits: 1 + countStopWords(words, en) }
  for (const candidate of latin) {
    const hits = countStopWords(words, candidate)
    if (hits > best.hits) best = { language: candidate, hits }
  }
  return best.language
}

function countStopWords(words: string[], { stopWords }: Language): number {
  return words.reduce((count, word) => count + (stopWords.has(word) ? 1 : 0), 0)
}
